-- Documents; a title is that of the first act, and is hidden with it.
CREATE VIEW core_documents AS
SELECT documents.* REPLACE (
    CASE
        WHEN hidden.document_path IS NULL AND NOT tells_name(documents.title) THEN documents.title
        WHEN documents.title IS NOT NULL THEN '•••'
    END AS title
)
FROM build.core_documents AS documents
LEFT JOIN (
    SELECT DISTINCT decisions.document_path
    FROM build.core_decisions AS decisions
    JOIN build.out_hidden_title AS titles ON titles.decision_id = decisions.decision_id
) AS hidden ON hidden.document_path = documents.document_path;
