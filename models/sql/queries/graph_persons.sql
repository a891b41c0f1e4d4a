-- People by their printed names.
SELECT person_id, name_kk, name_ru, name_latin
FROM core_persons
ORDER BY person_id;
