-- Each value lies between its bounds, unless it is only over the known seats of a mean of ratios.
SELECT commission_id, as_of, metric, value, lower, upper FROM core_metrics
WHERE lower > upper + 1e-9 OR n_known > n_total OR n_known < 0;
