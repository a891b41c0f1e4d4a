-- A correction whose cell no longer holds what it corrects: the source was repaired, or is read otherwise now.
SELECT correction_id, outcome FROM core_corrections WHERE outcome IN ('outdated', 'unknown_row', 'invalid');
