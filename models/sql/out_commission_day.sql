-- One row for each commission and day: what it is, its size, and the headline measures side by side.
-- Tied shares are those of tiers 1 and 2 (the default view); other tiers stay in core_metrics.
CREATE OR REPLACE TABLE out_commission_day AS
WITH chosen AS (
    SELECT commission_id, as_of, metric, value, lower, upper, n_known, n_total
    FROM core_metrics
    WHERE coalesce(variant, '') = ''
      AND (coalesce(tiers, '') = '' OR (metric = 'tied_share_max' AND replace(tiers, ' ', '') = '1,2'))
),
wide AS (
    PIVOT chosen
    ON metric IN (
        'tied_share_max', 'employer_share_max', 'principal_share_max', 'officer_same_bloc',
        'nominator_hhi_position', 'nominator_hhi', 'nominator_enp', 'nominator_share_max',
        'party_nominated_share', 'public_sector_share', 'education_share', 'school_teacher_share', 'women_share',
        'completeness_nominator', 'completeness_employer', 'completeness_role'
    )
    USING
        max(value) AS value, max(lower) AS lower, max(upper) AS upper,
        max(n_known) AS known, max(n_total) AS total
    GROUP BY commission_id, as_of
)
SELECT
    commissions.level,
    commissions.number,
    commissions.name,
    commissions.region_id,
    commissions.district_id,
    commissions.district,
    commissions.settlement,
    commissions.venue,
    commissions.is_special,
    coalesce(
        wide.employer_share_max_total, wide.nominator_share_max_total, wide.completeness_nominator_total
    ) AS n,
    wide.*
FROM wide
JOIN core_commissions AS commissions USING (commission_id)
ORDER BY wide.as_of, commissions.level, commissions.region_id, commissions.district, commissions.number, commission_id;
