-- Every commission, for choosing one, with the first and last day for which it was measured.
SELECT
    commissions.commission_id, level, number, name, region_id, district_id, district, settlement, venue, is_special,
    parent_commission_id, days.first_day, days.last_day
FROM core_commissions AS commissions
LEFT JOIN (
    SELECT commission_id, min(as_of) AS first_day, max(as_of) AS last_day
    FROM out_commission_day
    GROUP BY commission_id
) AS days USING (commission_id)
ORDER BY region_id, district, level, number, commission_id;
