-- Measures pooled over all commissions of the country on a day, by level.
SELECT level, metric, coalesce(tiers, '') AS tiers, value, lower, upper, ci_low, ci_high,
       commissions_read, commissions_expected
FROM core_aggregates
WHERE scope = 'country' AND as_of = $as_of
ORDER BY level, metric, tiers;
