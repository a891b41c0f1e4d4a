-- For each commission, day and view the bloc with most seats; where several hold as many, how many they are.
CREATE OR REPLACE TABLE out_leading_bloc AS
SELECT
    commission_id,
    as_of,
    view,
    min(bloc) AS bloc,
    any_value(seats) AS seats,
    count(*) AS blocs_as_large
FROM (
    SELECT *, rank() OVER (PARTITION BY commission_id, as_of, view ORDER BY seats DESC) AS place
    FROM out_bloc
    WHERE view IN ('nominator', 'employer')
)
WHERE place = 1
GROUP BY commission_id, as_of, view
ORDER BY as_of, view, commission_id;
