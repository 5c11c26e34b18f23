-- What is only ever added to cannot be emptied at one stroke either: TRUNCATE passes by the triggers of single rows. It is refused also where
-- it comes by way of another table (TRUNCATE contact CASCADE). The retention setting lets it through, as for single rows.
CREATE TRIGGER history_no_truncate BEFORE TRUNCATE ON history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_event_no_truncate BEFORE TRUNCATE ON consent_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contact_fact_no_truncate BEFORE TRUNCATE ON contact_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
