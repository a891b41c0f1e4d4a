-- Every document with how well it was read.
SELECT * FROM out_document ORDER BY document_path;
