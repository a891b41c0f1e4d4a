-- Acts, as far as a citation names them.
SELECT decision_id, document_path, number, decided_on, date_basis, source_url
FROM core_decisions
ORDER BY decision_id;
