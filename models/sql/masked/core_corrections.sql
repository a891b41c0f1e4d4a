-- Corrections; only that there was one: values and reasons may hold anybody's name.
CREATE VIEW core_corrections AS
SELECT corrections.* REPLACE ('•••' AS old_value, '•••' AS new_value, '•••' AS reason)
FROM build.core_corrections AS corrections;
