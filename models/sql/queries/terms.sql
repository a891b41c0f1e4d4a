-- Terms of a commission.
SELECT term_start, term_end, seats_declared, seats_read, vacancies, registered_voters, voters_as_of
FROM core_terms
WHERE commission_id = $commission_id
ORDER BY term_start;
