-- What stands above each organisation, by date, and what says so.
SELECT org_id, parent_org_id, valid_from, valid_to, basis, source
FROM core_organisation_parents
WHERE parent_org_id IS NOT NULL
ORDER BY org_id, valid_from NULLS FIRST;
