-- Pairs of statements a person should look at, those first whose answer would move the published figures most: as
-- returning member (same commission, another term), as nominator then and now, and as a tie of an earlier nomination.
WITH sizes AS (
    SELECT commission_id, valid_from, count(*) AS seats
    FROM core_seats
    WHERE action IN ('elected', 'appointed')
    GROUP BY commission_id, valid_from
),
told AS (
    SELECT seats.*, coalesce(sizes.seats, 1) AS size
    FROM core_seats AS seats
    LEFT JOIN sizes USING (commission_id, valid_from)
),
pairs AS (
    SELECT
        candidates.*,
        abs(date_diff('day', earlier.valid_from, later.valid_from)) > 180 AS in_two_terms,
        CASE WHEN earlier.commission_id = later.commission_id THEN 1.0 / later.size + 1.0 / earlier.size ELSE 0 END
            AS returned,
        1.0 / later.size AS nominators,
        CASE
            WHEN earlier.party_id IS NOT NULL AND earlier.party_id IS DISTINCT FROM later.party_id THEN 1.0 / later.size
            ELSE 0
        END AS ties
    FROM core_candidates AS candidates
    JOIN told AS earlier ON earlier.seat_id = candidates.left_seat_id
    JOIN told AS later ON later.seat_id = candidates.right_seat_id
    WHERE candidates.status IN ('review', 'conflict', 'unsure')
)
SELECT
    pair_id, left_seat_id, right_seat_id, score, model, evidence, status,
    CASE WHEN in_two_terms THEN returned + nominators + ties ELSE 0 END AS effect,
    count(*) OVER () AS waiting
FROM pairs
ORDER BY effect DESC, abs(coalesce(score, 0.5) - 0.5), pair_id
LIMIT 500;
