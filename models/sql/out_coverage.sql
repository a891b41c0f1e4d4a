-- One row for each day, region, district and level: commissions and seats read, and for how many seats the facts are known.
CREATE OR REPLACE TABLE out_coverage AS
SELECT
    as_of,
    level,
    region_id,
    district_id,
    district,
    count(*) AS commissions,
    sum(n) AS seats,
    sum(completeness_nominator_known) AS nominator_known,
    sum(completeness_employer_known) AS employer_known,
    sum(completeness_role_known) AS role_known
FROM out_commission_day
GROUP BY ALL
ORDER BY as_of, level, region_id, district;
