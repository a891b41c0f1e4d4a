-- One bloc of one side over all days: how many seats it ever had, of what kind, and how it is printed.
SELECT
    count(*) AS seats,
    mode(CASE $side WHEN 'nominator' THEN blocs.kind ELSE blocs.sector END) AS kind,
    min(CASE $side WHEN 'nominator' THEN blocs.nominator_as_printed ELSE seats.employer_as_printed END) AS printed,
    count(DISTINCT CASE $side WHEN 'nominator' THEN blocs.nominator_as_printed ELSE seats.employer_as_printed END)
        AS spellings
FROM out_seat AS blocs
JOIN core_seats AS seats USING (seat_id)
WHERE CASE $side WHEN 'nominator' THEN blocs.nominator ELSE blocs.employer END = $bloc;
