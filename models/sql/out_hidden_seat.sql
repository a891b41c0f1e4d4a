-- Statements about ordinary members of precinct commissions, whom the mask hides; officers and members of higher
-- commissions stay open. One whose level or post is not known counts as one about an ordinary precinct member.
CREATE OR REPLACE TABLE out_hidden_seat AS
SELECT seat_id, person_id, document_path, decision_id, commission_id, name_as_printed, locator
FROM core_seats
WHERE coalesce(level, 'PEC') = 'PEC' AND role NOT IN ('chair', 'deputy_chair', 'secretary')
ORDER BY seat_id;
