-- Seats held on a day by the people one organisation nominated or employs.
SELECT
    seats.seat_id, seats.person_id, seats.commission_id, seats.name_as_printed, seats.surname, seats.given_name,
    seats.patronymic, seats.role, seats.valid_from, seats.valid_to, seats.nominator_as_printed,
    seats.employer_as_printed, seats.job_title, seats.locator, seats.document_path,
    commissions.level, commissions.number, commissions.region_id, commissions.district_id, commissions.district,
    decisions.number AS decision_number, decisions.decided_on, documents.source_url
FROM out_seat AS blocs
JOIN core_seats AS seats USING (seat_id)
JOIN core_commissions AS commissions ON commissions.commission_id = seats.commission_id
LEFT JOIN core_decisions AS decisions ON decisions.decision_id = seats.decision_id
LEFT JOIN core_documents AS documents ON documents.document_path = seats.document_path
WHERE CASE $side WHEN 'nominator' THEN blocs.nominator ELSE blocs.employer END = $bloc
  AND blocs.valid_from <= $as_of AND (blocs.valid_to IS NULL OR $as_of < blocs.valid_to)
ORDER BY
    commissions.region_id, commissions.district, commissions.level, commissions.number,
    CASE seats.role WHEN 'chair' THEN 1 WHEN 'deputy_chair' THEN 2 WHEN 'secretary' THEN 3 ELSE 4 END, seats.seat_id;
