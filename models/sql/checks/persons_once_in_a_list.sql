-- One person twice in one list: two people in one composition are never one person.
SELECT person_id, decision_id, commission_id
FROM core_seats
WHERE action IN ('elected', 'appointed')
GROUP BY person_id, decision_id, commission_id
HAVING count(*) > 1;
