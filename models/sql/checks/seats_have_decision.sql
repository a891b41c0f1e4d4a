-- Each statement stands under an act that is there, in the same document.
SELECT s.seat_id, s.decision_id FROM core_seats s LEFT JOIN core_decisions d USING (decision_id)
WHERE d.decision_id IS NULL OR d.document_path <> s.document_path;
