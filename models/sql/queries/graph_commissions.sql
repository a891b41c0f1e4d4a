-- Commissions with the place they belong to; a district that was not recognised goes by region and name.
SELECT
    commission_id, level, number, name, region_id, district,
    coalesce(district_id, region_id || '/' || district) AS district_id,
    parent_commission_id
FROM core_commissions
ORDER BY commission_id;
