-- Ties of hidden statements lead to the nameless person; ties without a statement only where the person has an open one.
-- Evidence that stands in a hidden statement would lead from an open name to its line.
CREATE VIEW core_ties AS
WITH lines AS (
    SELECT DISTINCT document_path, locator FROM build.out_hidden_seat
)
SELECT ties.* REPLACE (
    CASE WHEN hidden.seat_id IS NULL THEN shown.masked_id ELSE 'hidden-' || hidden.seat_id END AS person_id,
    CASE WHEN hidden.seat_id IS NULL AND lines.locator IS NOT NULL THEN NULL ELSE ties.document_path END AS document_path,
    CASE WHEN hidden.seat_id IS NULL AND lines.locator IS NOT NULL THEN NULL ELSE ties.locator END AS locator
)
FROM build.core_ties AS ties
LEFT JOIN build.out_hidden_seat AS hidden ON hidden.seat_id = ties.seat_id
LEFT JOIN build.out_masked_person AS shown ON shown.person_id = ties.person_id
LEFT JOIN lines ON lines.document_path = ties.document_path AND lines.locator = ties.locator
WHERE hidden.seat_id IS NOT NULL OR shown.masked_id IS NOT NULL;
