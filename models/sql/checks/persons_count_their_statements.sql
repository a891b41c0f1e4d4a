-- A person whose number of statements is not that of the rows that name it.
SELECT persons.person_id, persons.mentions
FROM core_persons AS persons
LEFT JOIN core_seats AS seats USING (person_id)
GROUP BY persons.person_id, persons.mentions
HAVING count(seats.seat_id) <> persons.mentions;
