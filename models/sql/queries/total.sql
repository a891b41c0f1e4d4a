-- How much the database holds, in one row.
SELECT * FROM out_total;
