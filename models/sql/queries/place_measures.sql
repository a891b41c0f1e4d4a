-- One measure pooled over the commissions of each place of a scope on a day; of ties, tiers 1 and 2.
SELECT scope_id, value, lower, upper, ci_low, ci_high, commissions_read, commissions_expected
FROM core_aggregates
WHERE scope = $scope AND as_of = $as_of AND level = $level AND metric = $metric
  AND (coalesce(tiers, '') = '' OR replace(tiers, ' ', '') = '1,2')
ORDER BY scope_id;
