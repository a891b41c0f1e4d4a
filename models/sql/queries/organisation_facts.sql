-- What is known of one organisation, with the body above it.
SELECT
    organisations.org_id, organisations.kind, organisations.name, organisations.type, organisations.sector,
    organisations.ownership, organisations.region_id, organisations.district, organisations.valid_from,
    organisations.valid_to, organisations.parent_org_id, parents.name AS parent_name
FROM core_organisations AS organisations
LEFT JOIN core_organisations AS parents ON parents.org_id = organisations.parent_org_id
WHERE organisations.org_id = $org_id;
