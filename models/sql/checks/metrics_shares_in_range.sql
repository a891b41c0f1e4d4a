-- Shares lie between 0 and 1.
SELECT commission_id, as_of, metric, value FROM core_metrics
WHERE (metric LIKE '%share%' OR metric LIKE '%hhi' OR metric LIKE 'completeness%') AND (value < -1e-9 OR value > 1 + 1e-9 OR lower < -1e-9 OR upper > 1 + 1e-9);
