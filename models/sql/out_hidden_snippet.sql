-- Open statements whose source line also holds the name of a hidden member, as running text does.
CREATE OR REPLACE TABLE out_hidden_snippet AS
WITH words AS (
    -- The first five letters of a name are the same in every case of the noun.
    SELECT DISTINCT
        document_path, decision_id, commission_id,
        left(unnest(string_split_regex(lower(name_as_printed), '[^\p{L}]+')), 5) AS word
    FROM out_hidden_seat
),
open AS (
    SELECT seat_id, document_path, commission_id, lower(snippet) AS line, lower(name_as_printed) AS own
    FROM core_seats
    WHERE seat_id NOT IN (SELECT seat_id FROM out_hidden_seat)
)
SELECT DISTINCT open.seat_id
FROM open
JOIN words USING (document_path, commission_id)
WHERE length(words.word) >= 4 AND contains(open.line, words.word) AND NOT contains(open.own, words.word)
UNION
SELECT seats.seat_id
FROM core_seats AS seats
JOIN core_seats AS twin ON twin.document_path = seats.document_path AND twin.snippet = seats.snippet
JOIN out_hidden_seat AS hidden ON hidden.seat_id = twin.seat_id
ORDER BY seat_id;
