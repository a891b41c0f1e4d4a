-- A document that waits, was left out or failed has no seat; one that waits says so in an issue.
SELECT s.seat_id FROM core_seats s JOIN core_documents d USING (document_path) WHERE d.status <> 'loaded'
UNION ALL
SELECT d.document_path FROM core_documents d WHERE d.status = 'queued' AND NOT EXISTS (
    SELECT 1 FROM core_issues i WHERE i.document_path = d.document_path AND i.code = 'document_queued'
)
UNION ALL
SELECT document_path FROM core_documents WHERE status IS NULL;
