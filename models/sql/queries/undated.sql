-- Acts and lists without a day: their seats are kept but not measured.
SELECT decisions.document_path, decisions.kind, decisions.title, decisions.region_id, decisions.district,
       count(seats.seat_id) AS seats
FROM core_decisions AS decisions
LEFT JOIN core_seats AS seats USING (decision_id)
WHERE decisions.decided_on IS NULL
GROUP BY ALL
ORDER BY decisions.document_path, decisions.title;
