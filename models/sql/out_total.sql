-- One row: how much the database holds.
CREATE OR REPLACE TABLE out_total AS
SELECT
    (SELECT count(*) FROM core_documents) AS documents,
    (SELECT count(*) FROM core_documents WHERE coalesce(seats, 0) = 0) AS documents_without_seats,
    (SELECT count(*) FROM core_decisions) AS decisions,
    (SELECT count(*) FROM core_decisions WHERE decided_on IS NULL) AS decisions_undated,
    (SELECT count(*) FROM core_commissions) AS commissions,
    (SELECT count(*) FROM core_seats) AS statements,
    (SELECT count(*) FROM core_seats WHERE action IN ('elected', 'appointed')) AS seats,
    (SELECT count(*) FROM core_terms) AS terms,
    (SELECT count(*) FROM core_persons) AS persons,
    (SELECT count(*) FROM core_issues) AS issues,
    (SELECT count(DISTINCT as_of) FROM out_commission_day) AS days,
    (SELECT min(decided_on) FROM core_decisions) AS first_day,
    (SELECT max(decided_on) FROM core_decisions) AS last_day;
