-- Each statement leads back to a line: document, place and text.
SELECT seat_id FROM core_seats s LEFT JOIN core_documents d USING (document_path)
WHERE d.document_path IS NULL OR locator IS NULL OR locator = '{}' OR snippet IS NULL OR trim(snippet) = '';
