-- Statements without what tells who a hidden person is; the link to the person's other statements is cut as well.
CREATE VIEW core_seats AS
SELECT seats.* REPLACE (
    CASE WHEN hidden.seat_id IS NULL THEN seats.name_as_printed ELSE '•••' END AS name_as_printed,
    CASE WHEN hidden.seat_id IS NULL THEN seats.surname END AS surname,
    CASE WHEN hidden.seat_id IS NULL THEN seats.given_name END AS given_name,
    CASE WHEN hidden.seat_id IS NULL THEN seats.patronymic END AS patronymic,
    CASE WHEN hidden.seat_id IS NULL THEN seats.birth_year END AS birth_year,
    CASE WHEN hidden.seat_id IS NULL THEN seats.education END AS education,
    CASE WHEN hidden.seat_id IS NULL THEN shown.masked_id ELSE 'hidden-' || seats.seat_id END AS person_id,
    CASE WHEN hidden.seat_id IS NULL AND cut.seat_id IS NULL THEN seats.snippet ELSE '•••' END AS snippet,
    CASE
        WHEN tells_name(seats.nominator_as_printed) OR (hidden.seat_id IS NOT NULL AND seats.nominator_kind = 'self')
            THEN '•••'
        ELSE seats.nominator_as_printed
    END AS nominator_as_printed,
    CASE
        WHEN tells_name(seats.employer_as_printed) OR (hidden.seat_id IS NOT NULL AND (
            seats.employer_sector = 'self_employed' OR is_sole_trader(seats.employer_as_printed)
            OR contains(lower(seats.employer_as_printed), left(lower(seats.surname), 5))
            OR (NOT contains(lower(seats.employer_as_printed), 'им')
                AND contains(lower(seats.employer_as_printed), lower(seats.given_name)))
        )) THEN '•••'
        ELSE seats.employer_as_printed
    END AS employer_as_printed,
    CASE WHEN tells_name(seats.job_title) THEN '•••' ELSE seats.job_title END AS job_title,
    CASE WHEN tells_name(seats.release_ground) THEN '•••' ELSE seats.release_ground END AS release_ground
)
FROM build.core_seats AS seats
LEFT JOIN build.out_hidden_seat AS hidden ON hidden.seat_id = seats.seat_id
LEFT JOIN build.out_hidden_snippet AS cut ON cut.seat_id = seats.seat_id
LEFT JOIN build.out_masked_person AS shown ON shown.person_id = seats.person_id;
