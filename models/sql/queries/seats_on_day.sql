-- Seats of a commission held on a day, with the act and document each was read from; officers first.
SELECT
    seats.*,
    CASE
        WHEN seats.party_id IS NOT NULL AND seats.nominator_kind = 'party' THEN 'party:' || seats.party_id
        WHEN seats.nominator_kind IN ('higher_commission', 'self') THEN 'kind:' || seats.nominator_kind
        WHEN seats.nominator_id IS NOT NULL THEN 'org:' || seats.nominator_id
        WHEN seats.nominator_kind <> 'unknown' AND trim(seats.nominator_as_printed) <> ''
            THEN 'text:' || trim(seats.nominator_as_printed)
    END AS bloc,
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
LEFT JOIN core_decisions AS decisions USING (decision_id)
LEFT JOIN core_documents AS documents ON documents.document_path = seats.document_path
LEFT JOIN core_organisations AS nominators ON nominators.org_id = seats.nominator_id
LEFT JOIN core_organisations AS employers ON employers.org_id = seats.employer_id
WHERE seats.commission_id = $commission_id
  AND seats.action IN ('elected', 'appointed')
  AND seats.valid_from <= $as_of
  AND (seats.valid_to IS NULL OR $as_of < seats.valid_to)
ORDER BY
    CASE seats.role WHEN 'chair' THEN 1 WHEN 'deputy_chair' THEN 2 WHEN 'secretary' THEN 3 ELSE 4 END,
    seats.valid_from, seats.seat_id;
