-- Every measure of a commission on a day.
SELECT metric, coalesce(tiers, '') AS tiers, coalesce(variant, '') AS variant, value, lower, upper, n_known, n_total
FROM core_metrics
WHERE commission_id = $commission_id AND as_of = $as_of
ORDER BY metric, tiers, variant;
