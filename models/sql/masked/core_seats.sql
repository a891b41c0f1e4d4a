-- Statements without what tells who a hidden person is; the link to the person's other statements is cut as well.
CREATE VIEW core_seats AS
SELECT seats.* REPLACE (
    CASE WHEN hidden.seat_id IS NULL THEN seats.name_as_printed ELSE '•••' END AS name_as_printed,
    CASE WHEN hidden.seat_id IS NULL THEN seats.surname END AS surname,
    CASE WHEN hidden.seat_id IS NULL THEN seats.given_name END AS given_name,
    CASE WHEN hidden.seat_id IS NULL THEN seats.patronymic END AS patronymic,
    CASE WHEN hidden.seat_id IS NULL THEN seats.birth_year END AS birth_year,
    CASE WHEN hidden.seat_id IS NULL THEN seats.education END AS education,
    CASE WHEN hidden.seat_id IS NULL THEN seats.person_id ELSE 'hidden-' || seats.seat_id END AS person_id,
    CASE WHEN hidden.seat_id IS NULL AND cut.seat_id IS NULL THEN seats.snippet ELSE '•••' END AS snippet,
    CASE
        WHEN hidden.seat_id IS NULL OR seats.nominator_kind IS DISTINCT FROM 'self' THEN seats.nominator_as_printed
        ELSE '•••'
    END AS nominator_as_printed,
    CASE
        WHEN hidden.seat_id IS NULL OR seats.employer_sector IS DISTINCT FROM 'self_employed'
            THEN seats.employer_as_printed
        ELSE '•••'
    END AS employer_as_printed
)
FROM build.core_seats AS seats
LEFT JOIN build.out_hidden_seat AS hidden ON hidden.seat_id = seats.seat_id
LEFT JOIN build.out_hidden_snippet AS cut ON cut.seat_id = seats.seat_id;
