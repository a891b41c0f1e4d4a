-- Days for which compositions are measured, with how many commissions and seats were read.
SELECT as_of, count(*) AS commissions, sum(n) AS seats
FROM out_commission_day
GROUP BY as_of
ORDER BY as_of;
