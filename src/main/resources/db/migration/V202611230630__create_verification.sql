-- A verification of a tenant's permissions, from the request to its result; kept for 90 days.
create table verification (
  id varchar(36) not null constraint verification_pk primary key,
  tenant_id varchar(36) not null constraint verification_tenant_fk references tenant (id) on delete cascade,
  trigger_kind varchar(20) not null constraint verification_trigger_ck
    check (trigger_kind in ('ONBOARDING', 'SECRET_REPLACED', 'ON_DEMAND', 'SCHEDULE')),
  requested_by varchar(200) not null,
  state varchar(10) not null constraint verification_state_ck check (state in ('QUEUED', 'RUNNING', 'FINISHED')),
  outcome varchar(20) constraint verification_outcome_ck check (outcome in ('VERIFIED', 'ACTION_REQUIRED', 'FAILED')),
  requested_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  graph_requests integer not null,
  failure_code varchar(60),
  failure_meaning varchar(1000),
  failure_remedy varchar(1000),
  failure_trace_id varchar(100),
  failure_correlation_id varchar(100),
  failure_time timestamp with time zone
);
create index verification_tenant_ix on verification (tenant_id, requested_at);
