-- What a list of mentions shows, for the mentions asked for.
SELECT
    seats.seat_id, seats.person_id, seats.action, seats.name_as_printed, seats.surname, seats.given_name,
    seats.patronymic, seats.role, seats.commission_id, seats.valid_from, seats.valid_to, seats.nominator_as_printed,
    seats.nominator_kind, seats.employer_as_printed, seats.job_title, seats.document_path, seats.locator,
    blocs.nominator AS bloc,
    commissions.level, commissions.number, commissions.region_id, commissions.district_id, commissions.district,
    decisions.number AS decision_number, decisions.decided_on, documents.source_url
FROM core_seats AS seats
LEFT JOIN out_seat AS blocs USING (seat_id)
LEFT JOIN core_commissions AS commissions ON commissions.commission_id = seats.commission_id
LEFT JOIN core_decisions AS decisions ON decisions.decision_id = seats.decision_id
LEFT JOIN core_documents AS documents ON documents.document_path = seats.document_path
WHERE seats.seat_id IN (SELECT unnest(string_split($seat_ids, chr(10))));
