-- Seats, officer posts, chairs and commissions of one organisation's people on each of the days asked for, by level.
WITH days AS (
    SELECT CAST(unnest(string_split($days, ',')) AS DATE) AS as_of
)
SELECT
    days.as_of, commissions.level,
    count(*) AS seats,
    count(*) FILTER (WHERE seats.role IN ('chair', 'deputy_chair', 'secretary')) AS officers,
    count(*) FILTER (WHERE seats.role = 'chair') AS chairs,
    count(DISTINCT seats.commission_id) AS commissions
FROM days
JOIN out_seat AS seats
  ON seats.valid_from <= days.as_of AND (seats.valid_to IS NULL OR days.as_of < seats.valid_to)
JOIN core_commissions AS commissions USING (commission_id)
WHERE CASE $side WHEN 'nominator' THEN seats.nominator ELSE seats.employer END = $bloc
GROUP BY days.as_of, commissions.level
ORDER BY days.as_of, commissions.level;
