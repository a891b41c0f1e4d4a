-- Every mention of a person: the name in the nominative and, where it was printed otherwise, as printed; for searching.
SELECT
    seats.seat_id, seats.person_id, seats.action, seats.surname, seats.given_name, seats.patronymic,
    CASE
        WHEN seats.surname IS NULL THEN seats.name_as_printed
        ELSE concat_ws(' ', seats.surname, seats.given_name, seats.patronymic)
    END AS name,
    commissions.region_id, coalesce(commissions.district_id, commissions.district) AS district_key,
    seats.valid_from, seats.valid_to
FROM core_seats AS seats
LEFT JOIN core_commissions AS commissions USING (commission_id)
WHERE seats.person_id IS NOT NULL
  AND NOT starts_with(seats.person_id, 'hidden-')  -- people behind the mask cannot be looked for
ORDER BY name, seats.valid_from NULLS LAST, seats.seat_id;
