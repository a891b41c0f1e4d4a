-- Acts; a title that tells a name is hidden, as is one that names a hidden member of the act.
CREATE VIEW core_decisions AS
SELECT decisions.* REPLACE (
    CASE
        WHEN hidden.decision_id IS NULL AND NOT tells_name(decisions.title) THEN decisions.title
        WHEN decisions.title IS NOT NULL THEN '•••'
    END AS title
)
FROM build.core_decisions AS decisions
LEFT JOIN build.out_hidden_title AS hidden ON hidden.decision_id = decisions.decision_id;
