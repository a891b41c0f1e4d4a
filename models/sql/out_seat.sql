-- One row for each person seated: what the seat answers to, in the words of models/measures/blocs.py.
-- Printed nominators are compared without case, quotes and punctuation, as there; a seat not known has no bloc.
CREATE OR REPLACE TABLE out_seat AS
WITH printed AS (
    SELECT
        *,
        nullif(
            trim(regexp_replace(replace(lower(nominator_as_printed), 'ё', 'е'), '[^\p{L}\p{N}]+', ' ', 'g')), ''
        ) AS folded
    FROM core_seats
    WHERE action IN ('elected', 'appointed')
)
SELECT
    seat_id,
    commission_id,
    role,
    valid_from,
    valid_to,
    CASE
        WHEN nominator_kind IN ('higher_commission', 'self') THEN 'kind:' || nominator_kind
        WHEN nominator_kind = 'party' AND party_id IS NOT NULL THEN 'party:' || party_id
        WHEN nominator_kind = 'party' AND nominator_id IS NOT NULL THEN 'party:' || nominator_id
        WHEN nominator_id IS NOT NULL THEN 'org:' || nominator_id
        WHEN nominator_kind IS NULL OR nominator_kind = 'unknown' OR folded IS NULL THEN NULL
        ELSE 'text:' || folded
    END AS nominator,
    CASE
        WHEN employer_id IS NOT NULL THEN 'org:' || employer_id
        WHEN employer_sector IN ('pensioner', 'unemployed', 'student', 'self_employed') THEN 'sector:' || employer_sector
    END AS employer,
    nullif(nominator_kind, 'unknown') AS kind,
    nullif(employer_sector, 'unknown') AS sector,
    nullif(employer_ownership, 'unknown') AS ownership,
    nominator_as_printed
FROM printed
ORDER BY commission_id, valid_from, seat_id;
