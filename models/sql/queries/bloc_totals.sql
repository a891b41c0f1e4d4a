-- Blocs under one view over all commissions of a level on a day, the largest first, for choosing one.
SELECT
    blocs.bloc,
    sum(blocs.seats) AS seats,
    coalesce(any_value(organisations.name), min(blocs.printed)) AS name
FROM out_bloc AS blocs
JOIN out_commission_day AS days USING (commission_id, as_of)
LEFT JOIN core_organisations AS organisations
  ON blocs.bloc = 'org:' || organisations.org_id
WHERE blocs.as_of = $as_of AND days.level = $level AND blocs.view = $view
GROUP BY blocs.bloc
ORDER BY seats DESC, blocs.bloc;
