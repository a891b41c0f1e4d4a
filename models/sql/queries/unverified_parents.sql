-- How many links from an organisation to the body above it rest on a rule that has not been verified.
SELECT count(*) AS links
FROM core_organisation_parents
WHERE parent_org_id IS NOT NULL AND basis = 'rule' AND NOT coalesce(verified, false);
