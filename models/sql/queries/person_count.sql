-- How many people and how many mentions the database tells apart.
SELECT count(DISTINCT person_id) AS people, count(*) AS mentions
FROM core_seats
WHERE person_id IS NOT NULL;
