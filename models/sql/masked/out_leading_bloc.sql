-- Blocs of a day; a printed nominator that tells a name is nameless.
CREATE VIEW out_leading_bloc AS
SELECT blocs.* REPLACE (
    CASE WHEN starts_with(blocs.bloc, 'text:') AND tells_name(blocs.printed) THEN 'text:•••' ELSE blocs.bloc END AS bloc,
    CASE WHEN tells_name(blocs.printed) THEN '•••' ELSE blocs.printed END AS printed
)
FROM build.out_leading_bloc AS blocs;
