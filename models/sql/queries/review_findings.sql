-- Findings that rest on equal names and wait for a named reviewer.
SELECT
    findings.rule_id, findings.commission_id, findings.as_of, findings.status, findings.law_edition, findings.detail,
    findings.evidence, commissions.level, commissions.number, commissions.district_id, commissions.district,
    count(*) OVER () AS waiting
FROM core_findings AS findings
LEFT JOIN core_commissions AS commissions USING (commission_id)
WHERE findings.visibility = 'review' AND findings.reviewed_by IS NULL AND findings.status IN ('breach', 'flag')
ORDER BY findings.as_of DESC, findings.rule_id, findings.commission_id
LIMIT 200;
