-- Joins between open statements only: one that touches a hidden statement would tell whose it is.
CREATE VIEW core_person_links AS
SELECT links.*
FROM build.core_person_links AS links
WHERE links.left_seat_id NOT IN (SELECT seat_id FROM build.out_hidden_seat)
  AND links.right_seat_id NOT IN (SELECT seat_id FROM build.out_hidden_seat);
