-- A document without statements says why in an issue, or is known to be a notice or another subject.
SELECT d.document_path FROM core_documents d
WHERE d.seats = 0 AND NOT EXISTS (SELECT 1 FROM core_issues i WHERE i.document_path = d.document_path);
