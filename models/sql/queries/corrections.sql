-- Corrections of the build and what became of them; those that need a look first.
SELECT *
FROM core_corrections
ORDER BY outcome IN ('outdated', 'unknown_row', 'invalid') DESC, made_on DESC, correction_id;
