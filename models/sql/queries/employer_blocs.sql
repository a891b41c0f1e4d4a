-- Employers of one commission on a day, and the groups of people who have none, each with its seats.
SELECT bloc, seats, bloc LIKE 'sector:%' AS is_alike
FROM out_bloc
WHERE commission_id = $commission_id AND as_of = $as_of AND view = 'employer'
ORDER BY seats DESC, bloc;
