-- Persons by their open statements only, under names printed there; each hidden statement stands for a nameless person
-- of its own.
CREATE VIEW core_persons AS
WITH open AS (
    SELECT
        seats.person_id,
        count(*) AS mentions,
        list(concat_ws(' ', seats.surname, seats.given_name, seats.patronymic) ORDER BY seats.seat_id) AS names
    FROM build.core_seats AS seats
    WHERE seats.seat_id NOT IN (SELECT seat_id FROM build.out_hidden_seat)
    GROUP BY seats.person_id
),
shown AS (
    SELECT
        persons.* REPLACE (
            masked.masked_id AS person_id,
            open.mentions AS mentions,
            CASE WHEN list_contains(open.names, persons.name_kk) THEN persons.name_kk END AS name_kk,
            CASE WHEN list_contains(open.names, persons.name_ru) THEN persons.name_ru END AS name_ru,
            CASE WHEN list_contains(open.names, persons.name_latin) THEN persons.name_latin END AS name_latin
        ),
        open.names[1] AS first_name_shown
    FROM build.core_persons AS persons
    JOIN open ON open.person_id = persons.person_id
    JOIN build.out_masked_person AS masked ON masked.person_id = persons.person_id
)
SELECT * EXCLUDE (first_name_shown) REPLACE (
    CASE WHEN coalesce(name_kk, name_ru, name_latin) IS NULL THEN first_name_shown ELSE name_ru END AS name_ru
)
FROM shown
UNION ALL BY NAME
SELECT 'hidden-' || hidden.seat_id AS person_id, persons.gender, 1::BIGINT AS mentions
FROM build.out_hidden_seat AS hidden
JOIN build.core_persons AS persons ON persons.person_id = hidden.person_id;
