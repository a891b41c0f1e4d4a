-- Each statement has a person.
SELECT s.seat_id FROM core_seats s LEFT JOIN core_persons p USING (person_id) WHERE p.person_id IS NULL;
