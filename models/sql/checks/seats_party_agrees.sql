-- A party is named exactly where the nominator is a party, and is the nominator.
SELECT seat_id, nominator_kind, nominator_id, party_id FROM core_seats
WHERE (party_id IS NOT NULL AND coalesce(nominator_kind, '') <> 'party') OR (party_id IS NOT NULL AND party_id IS DISTINCT FROM nominator_id);
