-- Acts; a title that names a hidden member is hidden.
CREATE VIEW core_decisions AS
SELECT decisions.* REPLACE (
    CASE WHEN hidden.decision_id IS NULL THEN decisions.title ELSE '•••' END AS title
)
FROM build.core_decisions AS decisions
LEFT JOIN build.out_hidden_title AS hidden ON hidden.decision_id = decisions.decision_id;
