-- A scan and how far each of its collections came: what a restart resumes from (ADR 030).
create sequence scan_seq start with 1 increment by 1;
create table scan (
  id bigint not null constraint scan_pk primary key,
  tenant_id varchar(36) not null constraint scan_tenant_fk references tenant (id) on delete cascade,
  -- The tenant again while the scan is open, null afterwards: the database allows one open scan.
  open_for varchar(36) constraint scan_open_uk unique,
  state varchar(24) not null constraint scan_state_ck check (state in
    ('QUEUED', 'RUNNING', 'WAITING', 'COMPLETED', 'COMPLETED_WITH_GAPS', 'FAILED', 'CANCELLED')),
  reason varchar(500),
  sign_ins varchar(20) constraint scan_sign_ins_ck
    check (sign_ins in ('KNOWN', 'NOT_PERMITTED', 'LICENSE_MISSING')),
  cancel_requested boolean not null,
  graph_requests bigint not null,
  requested_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone
);
create index scan_tenant_ix on scan (tenant_id, id);
create table scan_collection (
  scan_id bigint not null constraint scan_collection_scan_fk references scan (id) on delete cascade,
  name varchar(30) not null,
  state varchar(20) not null constraint scan_collection_state_ck check (state in
    ('PENDING', 'RUNNING', 'WAITING', 'COMPLETE', 'PARTIAL', 'NOT_PERMITTED', 'LICENSE_MISSING',
     'SERVICE_ABSENT', 'NAMES_CONCEALED', 'FAILED')),
  items bigint not null,
  expected_items bigint,
  pages integer not null,
  warnings bigint not null,
  failures integer not null,
  next_link varchar(8000),
  reason varchar(500),
  as_of date,
  constraint scan_collection_pk primary key (scan_id, name)
);
