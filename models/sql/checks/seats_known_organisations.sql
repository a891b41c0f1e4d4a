-- Nominators and employers that have an id are in the list of organisations.
SELECT s.seat_id, s.nominator_id, s.employer_id FROM core_seats s
WHERE (s.nominator_id IS NOT NULL AND s.nominator_id NOT IN (SELECT org_id FROM core_organisations))
   OR (s.employer_id IS NOT NULL AND s.employer_id NOT IN (SELECT org_id FROM core_organisations));
