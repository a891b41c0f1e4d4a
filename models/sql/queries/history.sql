-- Every statement of the documents about a commission, in order of the acts.
SELECT
    decisions.decided_on, decisions.date_basis, decisions.number AS decision_number, decisions.kind AS decision_kind,
    decisions.body_name, decisions.decision_id, decisions.document_path, documents.source_url,
    seats.seat_id, seats.action, seats.name_as_printed, seats.surname, seats.given_name, seats.patronymic, seats.role,
    seats.nominator_as_printed, seats.nominator_kind, seats.party_id, seats.release_ground, seats.valid_from,
    seats.valid_to
FROM core_seats AS seats
LEFT JOIN core_decisions AS decisions USING (decision_id)
LEFT JOIN core_documents AS documents ON documents.document_path = seats.document_path
WHERE seats.commission_id = $commission_id
ORDER BY decisions.decided_on NULLS LAST, decisions.decision_id, seats.seat_id;
