-- Each measure is of a commission that is there.
SELECT DISTINCT commission_id FROM core_metrics WHERE commission_id NOT IN (SELECT commission_id FROM core_commissions);
