-- Organisations; one person's business and a name that tells a person's are hidden.
CREATE VIEW core_organisations AS
SELECT organisations.* REPLACE (
    CASE
        WHEN organisations.sector = 'self_employed' OR is_sole_trader(organisations.name) OR tells_name(organisations.name)
            THEN '•••'
        ELSE organisations.name
    END AS name
)
FROM build.core_organisations AS organisations;
