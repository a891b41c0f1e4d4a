-- Every statement about one person: those that name the person, and those that end a seat of the person's; with act and
-- document. The days of a seat stand only where a statement seats somebody.
WITH own AS (
    SELECT seat_id FROM core_seats WHERE person_id = $person_id
),
told AS (
    SELECT *, person_id = $person_id AS names_person
    FROM core_seats
    WHERE person_id = $person_id OR closes_seat_id IN (SELECT seat_id FROM own)
)
SELECT
    told.*,
    blocs.nominator AS bloc,
    nominators.name AS nominator_name,
    employers.name AS employer_name,
    commissions.level AS commission_level, commissions.region_id AS commission_region_id,
    decisions.number AS decision_number, decisions.decided_on, decisions.date_basis, decisions.kind AS decision_kind,
    decisions.title AS decision_title, decisions.body_name,
    documents.source_url, documents.format, documents.retrieved_on, documents.publisher, documents.sha256
FROM told
LEFT JOIN out_seat AS blocs USING (seat_id)
LEFT JOIN core_commissions AS commissions ON commissions.commission_id = told.commission_id
LEFT JOIN core_decisions AS decisions ON decisions.decision_id = told.decision_id
LEFT JOIN core_documents AS documents ON documents.document_path = told.document_path
LEFT JOIN core_organisations AS nominators ON nominators.org_id = told.nominator_id
LEFT JOIN core_organisations AS employers ON employers.org_id = told.employer_id
ORDER BY decisions.decided_on NULLS LAST, told.valid_from NULLS LAST, told.seat_id;
