-- Joins between open statements only: one that touches a hidden statement would tell whose it is. An editor's reason
-- may hold anybody's name.
CREATE VIEW core_person_links AS
SELECT links.* REPLACE (
    shown.masked_id AS person_id,
    CASE
        WHEN links.ground = 'judged' THEN json_merge_patch(links.evidence::JSON, '{"why": null}'::JSON)::VARCHAR
        ELSE links.evidence
    END AS evidence
)
FROM build.core_person_links AS links
JOIN build.out_masked_person AS shown USING (person_id)
WHERE links.left_seat_id NOT IN (SELECT seat_id FROM build.out_hidden_seat)
  AND links.right_seat_id NOT IN (SELECT seat_id FROM build.out_hidden_seat);
