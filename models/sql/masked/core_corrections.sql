-- Corrections; of a hidden member's values only that there was one.
CREATE VIEW core_corrections AS
SELECT corrections.* REPLACE (
    CASE WHEN hidden.seat_id IS NULL THEN corrections.old_value ELSE '•••' END AS old_value,
    CASE WHEN hidden.seat_id IS NULL THEN corrections.new_value ELSE '•••' END AS new_value,
    CASE WHEN hidden.seat_id IS NULL THEN corrections.reason ELSE '•••' END AS reason
)
FROM build.core_corrections AS corrections
LEFT JOIN build.out_hidden_seat AS hidden ON hidden.seat_id = corrections.row_id;
