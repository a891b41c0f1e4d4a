-- Commissions of one level on a day with their headline measures and the largest nominator and employer bloc.
-- The measures count pensioners, unemployed, students and self-employed as groups. They share no workplace and no
-- superior body, so what is said of these has bounds of its own: workplace_* and superior_*.
WITH alike AS (
    SELECT
        commission_id,
        coalesce(max(seats) FILTER (WHERE bloc LIKE 'sector:%'), 0) AS alike_seats,
        min(bloc) FILTER (WHERE bloc LIKE 'sector:%' AND place = 1) AS alike_bloc,
        coalesce(sum(seats) FILTER (WHERE bloc LIKE 'sector:%'), 0) AS alike_total,
        coalesce(max(seats) FILTER (WHERE bloc NOT LIKE 'sector:%'), 0) AS workplace_seats
    FROM (
        SELECT *, rank() OVER (PARTITION BY commission_id, bloc LIKE 'sector:%' ORDER BY seats DESC) AS place
        FROM out_bloc
        WHERE as_of = $as_of AND view = 'employer'
    )
    GROUP BY commission_id
)
SELECT
    days.*,
    nominator.bloc AS top_nominator, nominator.seats AS top_nominator_seats, nominator.blocs_as_large AS top_nominators,
    employer.bloc AS top_employer, employer.seats AS top_employer_seats, employer.blocs_as_large AS top_employers,
    organisations.name AS top_employer_name,
    coalesce(associations.name, nominator.printed) AS top_nominator_name,
    alike.alike_bloc,
    coalesce(alike.alike_seats, 0) AS alike_seats,
    CASE
        WHEN alike.alike_seats > alike.workplace_seats THEN alike.workplace_seats / days.employer_share_max_total
        ELSE days.employer_share_max_lower
    END AS workplace_lower,
    CASE
        WHEN alike.alike_seats > alike.workplace_seats
        THEN (alike.workplace_seats + days.employer_share_max_total - days.employer_share_max_known)
            / days.employer_share_max_total
        ELSE days.employer_share_max_upper
    END AS workplace_upper,
    -- Where such a group is as large as the largest bloc, nothing is sure of a body.
    CASE
        WHEN alike.alike_seats > 0
            AND alike.alike_seats >= days.principal_share_max_lower * days.principal_share_max_total - 1e-6
        THEN 0.0
        ELSE days.principal_share_max_lower
    END AS superior_lower,
    least(
        days.principal_share_max_upper,
        (days.principal_share_max_total - coalesce(alike.alike_total, 0)) / days.principal_share_max_total
    ) AS superior_upper
FROM out_commission_day AS days
LEFT JOIN out_leading_bloc AS nominator
  ON nominator.commission_id = days.commission_id AND nominator.as_of = days.as_of AND nominator.view = 'nominator'
LEFT JOIN out_leading_bloc AS employer
  ON employer.commission_id = days.commission_id AND employer.as_of = days.as_of AND employer.view = 'employer'
LEFT JOIN core_organisations AS organisations
  ON employer.bloc = 'org:' || organisations.org_id
LEFT JOIN core_organisations AS associations
  ON nominator.bloc = 'org:' || associations.org_id
LEFT JOIN alike
  ON alike.commission_id = days.commission_id
WHERE days.as_of = $as_of AND days.level = $level
ORDER BY days.region_id, days.district, days.number, days.commission_id;
