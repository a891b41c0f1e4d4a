-- What a seat answers to; a printed nominator that tells a name is one nameless bloc.
CREATE VIEW out_seat AS
SELECT seats.* REPLACE (
    CASE
        WHEN starts_with(seats.nominator, 'text:') AND tells_name(seats.nominator_as_printed) THEN 'text:•••'
        ELSE seats.nominator
    END AS nominator,
    CASE WHEN tells_name(seats.nominator_as_printed) THEN '•••' ELSE seats.nominator_as_printed END AS nominator_as_printed
)
FROM build.out_seat AS seats;
