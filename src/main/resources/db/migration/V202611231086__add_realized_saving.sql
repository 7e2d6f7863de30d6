-- What a finding that is no longer seen brought per month: null while open, 0 when its seats are still there.
alter table finding add column realized numeric(19, 4);
create index finding_resolved_ix on finding (tenant_id, resolved_at);
