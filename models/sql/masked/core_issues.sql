-- Issues without the lines they are about: a line that was not understood may hold anybody's name.
CREATE VIEW core_issues AS
SELECT issues.* REPLACE (
    CASE WHEN issues.text IS NULL THEN NULL ELSE '•••' END AS text,
    regexp_replace(issues.message, '«[^»]*»|''[^'']*''|"[^"]*"|“[^”]*”', '•••', 'g') AS message
)
FROM build.core_issues AS issues;
