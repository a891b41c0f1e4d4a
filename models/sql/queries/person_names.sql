-- The most complete names printed of a person.
SELECT name_kk, name_ru, name_latin FROM core_persons WHERE person_id = $person_id;
