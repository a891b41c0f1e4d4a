-- Persons by their open statements only; each hidden statement stands for a nameless person of its own.
CREATE VIEW core_persons AS
WITH open AS (
    SELECT seats.person_id, count(*) AS mentions
    FROM build.core_seats AS seats
    WHERE seats.seat_id NOT IN (SELECT seat_id FROM build.out_hidden_seat)
    GROUP BY seats.person_id
)
SELECT persons.* REPLACE (open.mentions AS mentions)
FROM build.core_persons AS persons
JOIN open USING (person_id)
UNION ALL BY NAME
SELECT 'hidden-' || hidden.seat_id AS person_id, persons.gender, 1::BIGINT AS mentions
FROM build.out_hidden_seat AS hidden
JOIN build.core_persons AS persons USING (person_id);
