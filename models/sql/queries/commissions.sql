-- Commissions of one level on a day with their headline measures and the largest nominator and employer bloc.
SELECT
    days.*,
    nominator.bloc AS top_nominator, nominator.seats AS top_nominator_seats, nominator.blocs_as_large AS top_nominators,
    employer.bloc AS top_employer, employer.seats AS top_employer_seats, employer.blocs_as_large AS top_employers,
    organisations.name AS top_employer_name,
    coalesce(associations.name, nominator.printed) AS top_nominator_name
FROM out_commission_day AS days
LEFT JOIN out_leading_bloc AS nominator
  ON nominator.commission_id = days.commission_id AND nominator.as_of = days.as_of AND nominator.view = 'nominator'
LEFT JOIN out_leading_bloc AS employer
  ON employer.commission_id = days.commission_id AND employer.as_of = days.as_of AND employer.view = 'employer'
LEFT JOIN core_organisations AS organisations
  ON employer.bloc = 'org:' || organisations.org_id
LEFT JOIN core_organisations AS associations
  ON nominator.bloc = 'org:' || associations.org_id
WHERE days.as_of = $as_of AND days.level = $level
ORDER BY days.region_id, days.district, days.number, days.commission_id;
