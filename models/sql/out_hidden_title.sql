-- Acts whose title names a hidden member.
CREATE OR REPLACE TABLE out_hidden_title AS
WITH words AS (
    -- The first five letters of a name are the same in every case of the noun.
    SELECT DISTINCT
        document_path, decision_id, commission_id,
        left(unnest(string_split_regex(lower(name_as_printed), '[^\p{L}]+')), 5) AS word
    FROM out_hidden_seat
)
SELECT DISTINCT decisions.decision_id
FROM core_decisions AS decisions
JOIN words USING (decision_id)
WHERE length(words.word) >= 4 AND contains(lower(decisions.title), words.word)
ORDER BY decision_id;
