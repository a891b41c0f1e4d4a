-- Each statement is about a commission that is there, at the same level.
SELECT s.seat_id, s.commission_id FROM core_seats s LEFT JOIN core_commissions c USING (commission_id)
WHERE c.commission_id IS NULL OR c.level <> s.level;
