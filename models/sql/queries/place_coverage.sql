-- Commissions and seats read on a day, by region, district and level; a place that was not recognised is empty.
SELECT region_id, district_id, district, level, commissions, seats, nominator_known, employer_known, role_known
FROM out_coverage
WHERE as_of = $as_of
ORDER BY region_id, district, level;
