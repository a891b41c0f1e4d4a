-- Seats of a commission held on a day, with the act and document each was read from; officers first.
SELECT
    seats.*,
    blocs.nominator AS bloc,
    nominators.name AS nominator_name,
    employers.name AS employer_name,
    decisions.number AS decision_number,
    decisions.decided_on,
    decisions.date_basis,
    decisions.kind AS decision_kind,
    decisions.title AS decision_title,
    decisions.body_name,
    documents.source_url,
    documents.format,
    documents.retrieved_on,
    documents.publisher,
    documents.sha256
FROM core_seats AS seats
JOIN out_seat AS blocs ON blocs.seat_id = seats.seat_id
LEFT JOIN core_decisions AS decisions ON decisions.decision_id = seats.decision_id
LEFT JOIN core_documents AS documents ON documents.document_path = seats.document_path
LEFT JOIN core_organisations AS nominators ON nominators.org_id = seats.nominator_id
LEFT JOIN core_organisations AS employers ON employers.org_id = seats.employer_id
WHERE seats.commission_id = $commission_id
  AND seats.valid_from <= $as_of
  AND (seats.valid_to IS NULL OR $as_of < seats.valid_to)
ORDER BY
    CASE seats.role WHEN 'chair' THEN 1 WHEN 'deputy_chair' THEN 2 WHEN 'secretary' THEN 3 ELSE 4 END,
    seats.valid_from, seats.seat_id;
