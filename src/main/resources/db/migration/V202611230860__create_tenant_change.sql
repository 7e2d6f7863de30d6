-- What changed about a tenant, in the order in which it was seen; never edited but for its end as something to do (ADR 064).
create sequence tenant_change_seq start with 50 increment by 50;
create table tenant_change (
  id bigint not null constraint tenant_change_pk primary key,
  tenant_id varchar(36) not null constraint tenant_change_tenant_fk references tenant (id) on delete cascade,
  occurred_at timestamp with time zone not null,
  kind varchar(40) not null,
  topic varchar(20) not null,
  subject varchar(200) not null,
  state_before varchar(300) not null,
  state_after varchar(300) not null,
  remedy varchar(1000) not null,
  remedy_link varchar(1000) not null,
  is_open boolean not null,
  verification_id varchar(36)
);
create index tenant_change_tenant_ix on tenant_change (tenant_id, occurred_at);
