-- Pairs of employers a person should look at, those first whose joining would change `employer_share_max` most: over all
-- compositions in which both occur, (largest bloc after joining - largest bloc now) / seats whose workplace is known.
WITH blocs AS (
    SELECT
        commission_id, valid_from,
        coalesce(
            employer_id,
            CASE WHEN employer_sector IN ('pensioner', 'student', 'unemployed', 'self_employed') THEN employer_sector END
        ) AS bloc,
        count(*) AS seats
    FROM core_seats
    WHERE action IN ('elected', 'appointed')
    GROUP BY ALL
),
sizes AS (
    SELECT commission_id, valid_from, sum(seats) AS known, max(seats) AS most
    FROM blocs
    WHERE bloc IS NOT NULL
    GROUP BY commission_id, valid_from
),
moved AS (
    SELECT
        candidates.pair_id,
        sum((greatest(sizes.most, ours.seats + theirs.seats) - sizes.most) / sizes.known) AS effect,
        count(DISTINCT ours.commission_id) AS shared
    FROM core_organisation_candidates AS candidates
    JOIN blocs AS ours ON ours.bloc = candidates.left_org_id
    JOIN blocs AS theirs ON theirs.bloc = candidates.right_org_id
        AND theirs.commission_id = ours.commission_id AND theirs.valid_from = ours.valid_from
    JOIN sizes ON sizes.commission_id = ours.commission_id AND sizes.valid_from = ours.valid_from
    GROUP BY candidates.pair_id
)
SELECT
    candidates.*, coalesce(moved.effect, 0) AS effect, coalesce(moved.shared, 0) AS shared, count(*) OVER () AS waiting
FROM core_organisation_candidates AS candidates
LEFT JOIN moved USING (pair_id)
WHERE candidates.status = 'review'
ORDER BY coalesce(moved.effect, 0) DESC, shared DESC, candidates.score DESC, candidates.pair_id
LIMIT 500;
