-- Which statements of a person were joined with which, how surely and why.
SELECT link_id, left_seat_id, right_seat_id, score, model, ground, evidence
FROM core_person_links
WHERE person_id = $person_id
ORDER BY score NULLS LAST, link_id;
