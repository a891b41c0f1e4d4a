-- Our own figures with which published ones compare (metrics of data/published), for every area, level and day.
SELECT
    scope, scope_id, level, as_of, metric, tiers, value, lower, upper, ci_low, ci_high,
    commissions_read, commissions_expected
FROM core_aggregates
WHERE (metric = 'multi_tied_amanat' AND tiers = '1')
   OR metric IN (
       'completeness_role', 'party_nominated_share', 'public_sector_share', 'school_teacher_share', 'slot_use',
       'women_share'
   )
ORDER BY scope, scope_id, level, metric, tiers, as_of;
