-- Seats, officers and chairs of each bloc under one view in each commission of one level on a day.
SELECT
    blocs.commission_id, blocs.bloc, blocs.seats, blocs.officers, blocs.chairs,
    coalesce(organisations.name, blocs.printed) AS name,
    organisations.district,
    organisations.region_id
FROM out_bloc AS blocs
JOIN out_commission_day AS days USING (commission_id, as_of)
LEFT JOIN core_organisations AS organisations
  ON blocs.bloc = 'org:' || organisations.org_id
WHERE blocs.as_of = $as_of AND days.level = $level AND blocs.view = $view
ORDER BY blocs.commission_id, blocs.bloc;
