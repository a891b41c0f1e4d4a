-- Issues by severity and code.
SELECT severity, code, count(*) AS issues, count(DISTINCT document_path) AS documents
FROM core_issues
GROUP BY severity, code
ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, issues DESC, code;
