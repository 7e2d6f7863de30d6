-- A finding lives from scan to scan under one id made of tenant, rule and subject; it is never deleted (docs/adr/040).
create table finding (
  id varchar(36) not null constraint finding_pk primary key,
  tenant_id varchar(36) not null constraint finding_tenant_fk references tenant (id) on delete cascade,
  rule_id varchar(3) not null,
  subject_key varchar(200) not null,
  subject varchar(500) not null,
  confidence varchar(10) not null constraint finding_confidence_ck check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
  state varchar(10) not null constraint finding_state_ck check (state in ('OPEN', 'DISMISSED', 'RESOLVED')),
  sku_id varchar(36),
  units integer not null,
  currency varchar(3) not null,
  gross numeric(19, 4),
  net numeric(19, 4),
  remedy varchar(4000) not null,
  blockers varchar(10000) not null,
  evidence varchar(40000) not null,
  dismissed_reason varchar(500),
  dismissed_until date,
  dismissed_by varchar(200),
  dismissed_at timestamp with time zone,
  evaluation_id bigint not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  constraint finding_subject_uk unique (tenant_id, rule_id, subject_key),
  constraint finding_dismissed_ck check (state <> 'DISMISSED' or dismissed_at is not null),
  constraint finding_resolved_ck check (state <> 'RESOLVED' or resolved_at is not null)
);
create index finding_state_ix on finding (tenant_id, state, rule_id);
create table finding_seat (
  finding_id varchar(36) not null constraint finding_seat_finding_fk references finding (id) on delete cascade,
  user_id varchar(100) not null,
  sku_id varchar(36) not null,
  user_principal_name varchar(1024) not null,
  gross numeric(19, 4),
  net numeric(19, 4),
  counted_in varchar(3),
  constraint finding_seat_pk primary key (finding_id, user_id, sku_id)
);
