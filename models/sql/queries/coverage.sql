-- Commissions and seats read on a day, by region and level, with how many commissions are known to exist.
WITH read AS (
    SELECT
        region_id, level,
        sum(commissions) AS commissions, sum(seats) AS seats,
        sum(nominator_known) AS nominator_known, sum(employer_known) AS employer_known, sum(role_known) AS role_known
    FROM out_coverage
    WHERE as_of = $as_of
    GROUP BY region_id, level
),
expected AS (
    SELECT scope_id AS region_id, level, max(commissions_expected) AS expected
    FROM core_aggregates
    WHERE as_of = $as_of AND scope = 'region' AND level <> 'all'
    GROUP BY scope_id, level
)
SELECT
    coalesce(read.region_id, expected.region_id) AS region_id,
    coalesce(read.level, expected.level) AS level,
    coalesce(read.commissions, 0) AS commissions,
    expected.expected,
    coalesce(read.seats, 0) AS seats,
    read.nominator_known,
    read.employer_known,
    read.role_known
FROM read
FULL JOIN expected ON read.region_id = expected.region_id AND read.level = expected.level
ORDER BY region_id, CASE coalesce(read.level, expected.level) WHEN 'TEC' THEN 1 WHEN 'DEC' THEN 2 ELSE 3 END;
