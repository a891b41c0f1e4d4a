-- Ties of hidden statements lead to the nameless person; ties without a statement only where the person has an open one.
CREATE VIEW core_ties AS
SELECT ties.* REPLACE (
    CASE WHEN hidden.seat_id IS NULL THEN ties.person_id ELSE 'hidden-' || hidden.seat_id END AS person_id
)
FROM build.core_ties AS ties
LEFT JOIN build.out_hidden_seat AS hidden ON hidden.seat_id = ties.seat_id
WHERE ties.seat_id IS NOT NULL
   OR ties.person_id IN (
       SELECT person_id FROM build.core_seats WHERE seat_id NOT IN (SELECT seat_id FROM build.out_hidden_seat)
   );
