-- Entries of registers beside statements with a like name, those first whose tie would count for most: the sum over the
-- person's seats on days the entry holds of 1 / seats of the composition.
WITH likely AS (
    SELECT entries.*, unnest(from_json(entries.likely, '["VARCHAR"]')) AS seat_id
    FROM core_registers AS entries
    WHERE entries.person_id IS NULL AND entries.likely IS NOT NULL
),
sizes AS (
    SELECT commission_id, valid_from, count(*) AS seats
    FROM core_seats
    WHERE action IN ('elected', 'appointed')
    GROUP BY commission_id, valid_from
),
moved AS (
    SELECT likely.entry_id, likely.seat_id, sum(1.0 / sizes.seats) AS effect
    FROM likely
    JOIN core_seats AS judged ON judged.seat_id = likely.seat_id
    JOIN core_seats AS held ON held.person_id = judged.person_id AND held.action IN ('elected', 'appointed')
    JOIN sizes ON sizes.commission_id = held.commission_id AND sizes.valid_from = held.valid_from
    WHERE (likely.valid_from IS NULL OR held.valid_to IS NULL OR likely.valid_from < held.valid_to)
        AND (likely.valid_to IS NULL OR held.valid_from < likely.valid_to)
    GROUP BY likely.entry_id, likely.seat_id
)
SELECT
    likely.*, coalesce(moved.effect, 0) AS effect, documents.source_url, documents.publisher,
    likely.entry_id || ' ' || likely.seat_id AS pair_id, count(*) OVER () AS waiting
FROM likely
JOIN core_seats AS seats ON seats.seat_id = likely.seat_id
LEFT JOIN moved ON moved.entry_id = likely.entry_id AND moved.seat_id = likely.seat_id
LEFT JOIN core_documents AS documents ON documents.document_path = likely.document_path
ORDER BY coalesce(moved.effect, 0) DESC, likely.entry_id, likely.seat_id
LIMIT 500;
