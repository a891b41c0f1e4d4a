-- What chance would give for the measures of a commission on a day.
SELECT metric, expected, percentile, p_value, q_value, draws, family
FROM core_baselines
WHERE commission_id = $commission_id AND as_of = $as_of
ORDER BY metric;
