-- Each tie leads to a person and an organisation that are there.
SELECT tie_id FROM core_ties
WHERE person_id NOT IN (SELECT person_id FROM core_persons) OR org_id NOT IN (SELECT org_id FROM core_organisations);
