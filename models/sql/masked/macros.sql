-- Whether a printed text tells a person's name: initials, a patronymic, or a surname beside a given name. Names in whose
-- honour a body is called do not count.
CREATE MACRO without_honours(printed) AS regexp_replace(
    regexp_replace(printed, '(им\.|имени)\s*(\p{Lu}\S*\s*){1,3}', ' ', 'g'), '(\p{Lu}\S*\s+){1,3}атындағы', ' ', 'g'
);
CREATE MACRO tells_name(printed) AS coalesce(
    regexp_matches(without_honours(printed), '\p{Lu}\.\s?\p{Lu}\.')
    OR regexp_matches(without_honours(printed), '\p{Lu}\p{Ll}{2,}\s+\p{Lu}\.')
    OR regexp_matches(without_honours(printed), '\p{Lu}\p{Ll}+(ович|евич|ьич|овн|евн|ичн|ұлы|улы|қызы|кызы)')
    OR regexp_matches(without_honours(printed), '\p{Lu}\p{Ll}+(ов|ев|ёв|ин|ын)(а|у|ой|ым|ом|е)?\s+\p{Lu}\p{Ll}{2,}')
    OR regexp_matches(without_honours(printed), '\p{Lu}\p{Ll}{2,}\s+\p{Lu}\p{Ll}+(ов|ев|ёв|ин|ын)(а|у|ой|ым|ом|е)?($|[^\p{L}])'),
    FALSE
);
-- Whether a body is one person's business.
CREATE MACRO is_sole_trader(printed) AS coalesce(
    regexp_matches(printed, '(^|[^\p{L}])(ИП|ЖК|[Ии]ндивидуальн\p{L}* предпринимател\p{L}*|[Жж]еке кәсіпкер\p{L}*)([^\p{L}]|$)'),
    FALSE
);
