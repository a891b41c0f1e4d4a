-- Chairs of the commissions of one region on a day, with who nominated each.
SELECT
    commissions.commission_id, commissions.level, commissions.number, commissions.name AS commission_name,
    commissions.district_id, commissions.district,
    seats.seat_id, seats.name_as_printed, seats.surname, seats.given_name, seats.patronymic,
    blocs.nominator AS bloc,
    coalesce(organisations.name, seats.nominator_as_printed) AS nominator_name
FROM core_seats AS seats
JOIN out_seat AS blocs ON blocs.seat_id = seats.seat_id
JOIN core_commissions AS commissions ON commissions.commission_id = seats.commission_id
LEFT JOIN core_organisations AS organisations ON blocs.nominator = 'org:' || organisations.org_id
WHERE seats.role = 'chair'
  AND commissions.region_id IS NOT DISTINCT FROM $region
  AND seats.valid_from <= $as_of AND (seats.valid_to IS NULL OR $as_of < seats.valid_to)
ORDER BY commissions.district, commissions.level, commissions.number, commissions.commission_id, seats.seat_id;
