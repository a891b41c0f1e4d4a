-- Parties, associations, employers and bodies, each with the body above it.
SELECT org_id, kind, name, type, sector, ownership, parent_org_id, region_id, district, valid_from, valid_to
FROM core_organisations
ORDER BY org_id;
