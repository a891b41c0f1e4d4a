-- A retired id of a person that is still in use, or leads to none.
SELECT old_id, new_id
FROM core_redirects
WHERE old_id LIKE 'p-%'
    AND (new_id NOT IN (SELECT person_id FROM core_persons) OR old_id IN (SELECT person_id FROM core_persons));
