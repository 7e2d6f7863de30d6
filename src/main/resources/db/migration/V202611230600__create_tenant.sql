-- A customer's tenant; everything that belongs to it refers to it and goes with it.
create table tenant (
  id varchar(36) not null constraint tenant_pk primary key,
  name varchar(200) not null,
  application_id varchar(36) not null,
  cloud varchar(40) not null,
  status varchar(20) not null constraint tenant_status_ck
    check (status in ('VERIFYING', 'VERIFIED', 'ACTION_REQUIRED', 'CREDENTIAL_FAILED', 'UNREACHABLE')),
  status_since timestamp with time zone not null,
  onboarded_at timestamp with time zone not null,
  version bigint not null
);
