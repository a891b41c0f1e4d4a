-- Seats, officer posts and chairs of the people each organisation nominated or employs, on a day, by region and level.
-- An organisation is a bloc of out_seat; people without a workplace (pensioners and others) have no organisation.
WITH held AS (
    SELECT seats.*, commissions.region_id, commissions.level
    FROM out_seat AS seats
    JOIN core_commissions AS commissions USING (commission_id)
    WHERE seats.valid_from <= $as_of AND (seats.valid_to IS NULL OR $as_of < seats.valid_to)
),
sides AS (
    SELECT 'nominator' AS side, nominator AS bloc, kind, nominator_as_printed AS printed,
           region_id, level, role, commission_id
    FROM held
    WHERE nominator IS NOT NULL
    UNION ALL
    SELECT 'employer', employer, sector, NULL, region_id, level, role, commission_id
    FROM held
    WHERE starts_with(employer, 'org:')
),
blocs AS (
    SELECT side, bloc, mode(kind) AS kind, min(printed) AS printed FROM sides GROUP BY side, bloc
),
counts AS (
    SELECT
        side, bloc, region_id, level,
        count(*) AS seats,
        count(*) FILTER (WHERE role IN ('chair', 'deputy_chair', 'secretary')) AS officers,
        count(*) FILTER (WHERE role = 'chair') AS chairs,
        count(DISTINCT commission_id) AS commissions
    FROM sides
    GROUP BY side, bloc, region_id, level
)
SELECT
    counts.*, blocs.kind,
    coalesce(organisations.name, blocs.printed) AS name,
    organisations.district
FROM counts
JOIN blocs USING (side, bloc)
LEFT JOIN core_organisations AS organisations ON organisations.org_id = substr(counts.bloc, strpos(counts.bloc, ':') + 1)
ORDER BY side, bloc, region_id, level;
