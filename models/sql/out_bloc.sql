-- One row for each commission, day, view and bloc: how many seats answer to it. Unknown seats have no row.
-- Views: nominator and employer (blocs as the method defines them), kind (of nominator), sector, ownership.
CREATE OR REPLACE TABLE out_bloc AS
WITH held AS (
    SELECT
        days.as_of,
        seats.commission_id,
        seats.role,
        CASE
            WHEN seats.party_id IS NOT NULL AND seats.nominator_kind = 'party' THEN 'party:' || seats.party_id
            WHEN seats.nominator_kind IN ('higher_commission', 'self') THEN 'kind:' || seats.nominator_kind
            WHEN seats.nominator_id IS NOT NULL THEN 'org:' || seats.nominator_id
            WHEN seats.nominator_kind <> 'unknown' AND trim(seats.nominator_as_printed) <> ''
                THEN 'text:' || trim(seats.nominator_as_printed)
        END AS nominator,
        nullif(seats.nominator_kind, 'unknown') AS kind,
        CASE
            WHEN seats.employer_sector IN ('pensioner', 'unemployed', 'student', 'self_employed')
                THEN 'sector:' || seats.employer_sector
            WHEN seats.employer_id IS NOT NULL THEN 'org:' || seats.employer_id
        END AS employer,
        nullif(seats.employer_sector, 'unknown') AS sector,
        nullif(seats.employer_ownership, 'unknown') AS ownership
    FROM out_commission_day AS days
    JOIN core_seats AS seats
      ON seats.commission_id = days.commission_id
     AND seats.action IN ('elected', 'appointed')
     AND seats.valid_from <= days.as_of
     AND (seats.valid_to IS NULL OR days.as_of < seats.valid_to)
),
long AS (
    UNPIVOT held ON nominator, kind, employer, sector, ownership INTO NAME view VALUE bloc
)
SELECT
    commission_id,
    as_of,
    view,
    bloc,
    count(*) AS seats,
    count(*) FILTER (WHERE role IN ('chair', 'deputy_chair', 'secretary')) AS officers,
    count(*) FILTER (WHERE role = 'chair') AS chairs
FROM long
GROUP BY ALL
ORDER BY as_of, view, commission_id, seats DESC, bloc;
