-- What stands above an organisation on a day, the nearest first; a row without org_id says that the chain ends there.
WITH RECURSIVE chain AS (
    SELECT CAST($org_id AS VARCHAR) AS org_id, 0 AS step, CAST(NULL AS VARCHAR) AS basis,
        CAST(NULL AS VARCHAR) AS source, CAST(NULL AS BOOLEAN) AS verified
    UNION ALL
    SELECT parents.parent_org_id, chain.step + 1, parents.basis, parents.source, parents.verified
    FROM chain
    INNER JOIN core_organisation_parents AS parents
        ON parents.org_id = chain.org_id
        AND (parents.valid_from IS NULL OR parents.valid_from <= $as_of)
        AND (parents.valid_to IS NULL OR $as_of < parents.valid_to)
    WHERE chain.step < 9
)
SELECT chain.step, chain.org_id, organisations.name, chain.basis, chain.source, chain.verified
FROM chain
LEFT JOIN core_organisations AS organisations ON organisations.org_id = chain.org_id
WHERE chain.step > 0
ORDER BY chain.step;
