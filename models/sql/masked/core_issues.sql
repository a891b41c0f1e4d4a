-- Issues without the lines they are about: a line that was not understood may hold anybody's name.
CREATE VIEW core_issues AS
WITH quoted AS (
    SELECT
        issues.*,
        regexp_replace(issues.message, '«[^»]*»|''[^'']*''|"[^"]*"|“[^”]*”', '•••', 'g') AS said
    FROM build.core_issues AS issues
)
SELECT quoted.* EXCLUDE (said) REPLACE (
    CASE WHEN quoted.text IS NULL THEN NULL ELSE '•••' END AS text,
    CASE WHEN tells_name(quoted.said) THEN '•••' ELSE quoted.said END AS message
)
FROM quoted;
