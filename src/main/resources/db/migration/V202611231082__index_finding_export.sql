-- Exports read the findings of a rule by their key, part by part.
create index finding_export_ix on finding (tenant_id, rule_id, id);
