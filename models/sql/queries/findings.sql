-- Legal rules checked on a commission, public answers only, on the latest day judged up to the day asked for.
SELECT rule_id, as_of, status, law_edition, detail, evidence
FROM core_findings
WHERE commission_id = $commission_id AND visibility = 'public' AND as_of <= $as_of
QUALIFY as_of = max(as_of) OVER (PARTITION BY rule_id)
ORDER BY rule_id;
