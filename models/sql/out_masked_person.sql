-- Ids of persons under the mask: from the earliest open statement. The plain id is that of the earliest statement of all,
-- which may be a hidden one, and would lead back to it.
CREATE OR REPLACE TABLE out_masked_person AS
SELECT person_id, 'open-' || min(seat_id) AS masked_id
FROM core_seats
WHERE seat_id NOT IN (SELECT seat_id FROM out_hidden_seat)
GROUP BY person_id
ORDER BY person_id;
