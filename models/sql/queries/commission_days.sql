-- Days for which one commission is measured.
SELECT as_of, n FROM out_commission_day WHERE commission_id = $commission_id ORDER BY as_of;
