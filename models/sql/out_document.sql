-- One row for each document: how it was read and how many issues of each severity it left.
CREATE OR REPLACE TABLE out_document AS
WITH counted AS (
    SELECT
        document_path,
        count(*) FILTER (WHERE severity = 'error') AS errors,
        count(*) FILTER (WHERE severity = 'warning') AS warnings,
        count(*) FILTER (WHERE severity = 'info') AS notes
    FROM core_issues
    GROUP BY document_path
),
acts AS (
    SELECT
        document_path,
        min(decided_on) AS first_decided_on,
        max(decided_on) AS last_decided_on,
        min(region_id) AS region_id,
        count(*) FILTER (WHERE decided_on IS NULL) AS undated
    FROM core_decisions
    GROUP BY document_path
)
SELECT
    documents.*,
    acts.first_decided_on,
    acts.last_decided_on,
    acts.region_id,
    coalesce(acts.undated, 0) AS undated,
    coalesce(counted.errors, 0) AS errors,
    coalesce(counted.warnings, 0) AS warnings,
    coalesce(counted.notes, 0) AS notes
FROM core_documents AS documents
LEFT JOIN counted USING (document_path)
LEFT JOIN acts USING (document_path)
ORDER BY document_path;
