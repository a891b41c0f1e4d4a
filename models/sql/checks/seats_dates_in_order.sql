-- No seat ends before it begins; a release holds no seat.
SELECT seat_id, valid_from, valid_to FROM core_seats
WHERE valid_to < valid_from OR (valid_to IS NOT NULL AND valid_from IS NULL)
   OR (action = 'released' AND (valid_from IS NOT NULL OR valid_to IS NOT NULL));
