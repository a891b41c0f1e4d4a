-- Statements that seat a person, with the bodies they name and the person whose place is taken (where recognised).
-- A stated membership in no party is not a tie. Released and renamed rows seat nobody. Not sorted: the graph sorts them.
SELECT
    seats.seat_id, seats.decision_id, seats.commission_id, seats.person_id, seats.role,
    CASE WHEN seats.nominator_kind = 'party' THEN coalesce(seats.party_id, seats.nominator_id) ELSE seats.nominator_id END
        AS nominator_id,
    seats.employer_id,
    nullif(seats.stated_party_id, 'none') AS stated_party_id,
    coalesce(closed.person_id, released.person_id) AS replaced_person_id,
    seats.locator, seats.confidence, seats.valid_from, seats.valid_to
FROM core_seats AS seats
LEFT JOIN core_seats AS released ON released.seat_id = seats.replaces_seat_id
LEFT JOIN core_seats AS closed ON closed.seat_id = released.closes_seat_id
WHERE seats.action IN ('elected', 'appointed');
