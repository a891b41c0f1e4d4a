-- Issues, narrowed by severity, code and document where these are given.
SELECT issue_id, document_path, locator, severity, code, message, text, count(*) OVER () AS found
FROM core_issues
WHERE ($severity IS NULL OR severity = $severity)
  AND ($code IS NULL OR code = $code)
  AND ($document IS NULL OR document_path = $document)
ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, document_path, issue_id
LIMIT $row_limit OFFSET $row_offset;
