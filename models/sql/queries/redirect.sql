-- The id in use for a retired one.
SELECT new_id FROM core_redirects WHERE old_id = $old_id LIMIT 1;
