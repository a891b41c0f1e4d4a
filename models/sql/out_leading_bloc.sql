-- For each commission, day and view the bloc with most seats; where several hold as many, how many they are.
-- People who nominated themselves answer to nobody in common: each is a bloc of one.
CREATE OR REPLACE TABLE out_leading_bloc AS
WITH sized AS (
    SELECT * REPLACE (CASE WHEN bloc = 'kind:self' THEN 1 ELSE seats END AS seats)
    FROM out_bloc
    WHERE view IN ('nominator', 'employer')
)
SELECT
    commission_id,
    as_of,
    view,
    min(bloc) AS bloc,
    any_value(seats) AS seats,
    count(*) AS blocs_as_large,
    min(printed) AS printed
FROM (SELECT *, rank() OVER (PARTITION BY commission_id, as_of, view ORDER BY seats DESC) AS place FROM sized)
WHERE place = 1
GROUP BY commission_id, as_of, view
ORDER BY as_of, view, commission_id;
