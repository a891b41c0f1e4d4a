-- Employers side by side: what they are, how often they occur, and how they are printed, the most frequent forms first.
WITH asked AS (SELECT unnest(string_split($org_ids, chr(10))) AS org_id),
printed AS (
    SELECT employer_id AS org_id, employer_as_printed AS form, count(*) AS times, min(seat_id) AS seat_id
    FROM core_seats
    WHERE employer_id IN (SELECT org_id FROM asked)
    GROUP BY employer_id, employer_as_printed
),
counted AS (
    SELECT employer_id AS org_id, count(*) AS seats, count(DISTINCT commission_id) AS commissions
    FROM core_seats
    WHERE employer_id IN (SELECT org_id FROM asked)
    GROUP BY employer_id
)
SELECT
    organisations.org_id, organisations.name, organisations.type, organisations.region_id, organisations.district,
    counted.seats, counted.commissions, printed.form, printed.times, printed.seat_id,
    row_number() OVER (PARTITION BY organisations.org_id ORDER BY printed.times DESC, printed.form) AS place
FROM core_organisations AS organisations
JOIN counted USING (org_id)
JOIN printed USING (org_id)
QUALIFY place <= 5
ORDER BY organisations.org_id, place;
