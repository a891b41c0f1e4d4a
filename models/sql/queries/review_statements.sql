-- Statements side by side, with act and document.
SELECT
    seats.*,
    blocs.nominator AS bloc,
    commissions.level AS commission_level, commissions.number, commissions.district_id AS commission_district_id,
    decisions.number AS decision_number, decisions.decided_on, decisions.kind AS decision_kind, decisions.body_name,
    documents.source_url, documents.sha256
FROM core_seats AS seats
LEFT JOIN out_seat AS blocs USING (seat_id)
LEFT JOIN core_commissions AS commissions ON commissions.commission_id = seats.commission_id
LEFT JOIN core_decisions AS decisions ON decisions.decision_id = seats.decision_id
LEFT JOIN core_documents AS documents ON documents.document_path = seats.document_path
WHERE seats.seat_id IN (SELECT unnest(string_split($seat_ids, chr(10))));
