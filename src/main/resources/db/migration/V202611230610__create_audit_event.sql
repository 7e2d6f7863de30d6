-- Who did what; tenant_id refers to nothing on purpose, so that a line outlives its tenant.
create sequence audit_event_seq start with 50 increment by 50;
create table audit_event (
  id bigint not null constraint audit_event_pk primary key,
  occurred_at timestamp with time zone not null,
  actor varchar(200) not null,
  action varchar(40) not null,
  tenant_id varchar(36),
  outcome varchar(10) not null constraint audit_event_outcome_ck
    check (outcome in ('SUCCEEDED', 'REFUSED', 'FAILED')),
  detail varchar(1000) not null
);
create index audit_event_occurred_ix on audit_event (occurred_at, id);
