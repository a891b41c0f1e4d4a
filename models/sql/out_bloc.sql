-- One row for each commission, day, view and bloc: how many seats answer to it. Unknown seats have no row.
-- Views: nominator and employer (blocs as the method defines them), kind (of nominator), sector, ownership.
CREATE OR REPLACE TABLE out_bloc AS
WITH held AS (
    SELECT
        days.as_of, seats.commission_id, seats.role, seats.nominator_as_printed,
        seats.nominator, seats.employer, seats.kind, seats.sector, seats.ownership
    FROM out_commission_day AS days
    JOIN out_seat AS seats
      ON seats.commission_id = days.commission_id
     AND seats.valid_from <= days.as_of
     AND (seats.valid_to IS NULL OR days.as_of < seats.valid_to)
),
long AS (
    UNPIVOT held ON nominator, employer, kind, sector, ownership INTO NAME view VALUE bloc
)
SELECT
    commission_id,
    as_of,
    view,
    bloc,
    count(*) AS seats,
    count(*) FILTER (WHERE role IN ('chair', 'deputy_chair', 'secretary')) AS officers,
    count(*) FILTER (WHERE role = 'chair') AS chairs,
    -- A printed nominator has no other name than the one printed; the first in order where spellings differ.
    CASE WHEN view = 'nominator' AND bloc LIKE 'text:%' THEN min(nominator_as_printed) END AS printed
FROM long
GROUP BY commission_id, as_of, view, bloc
ORDER BY as_of, view, commission_id, seats DESC, bloc;
