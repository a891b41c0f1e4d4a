-- Simulated and other documents never share a database.
SELECT count(DISTINCT is_simulated) FROM core_documents HAVING count(DISTINCT is_simulated) > 1;
