-- Ties that do not come from a seat: registers and lists of candidates. Ties of seats are read from the seats themselves;
-- earlier_nominee repeats the nomination of an earlier seat, and org_tie a tie between two organisations.
SELECT
    tie_id, person_id, coalesce(party_id, org_id) AS org_id, tie, document_path, locator, confidence, valid_from, valid_to
FROM core_ties
WHERE seat_id IS NULL
  AND tie IN ('nominated_by', 'employed_by', 'stated_member', 'listed_candidate')
  AND coalesce(party_id, org_id) IS NOT NULL
ORDER BY tie_id;
