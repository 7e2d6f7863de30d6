-- Work that is due and the node that owns it for now (ADR 002). One row per kind and tenant.
create sequence job_seq start with 50 increment by 50;
create table job (
  id bigint not null constraint job_pk primary key,
  kind varchar(20) not null,
  tenant_id varchar(36) not null constraint job_tenant_fk references tenant (id) on delete cascade,
  due_at timestamp with time zone not null,
  owner varchar(80),
  lease_until timestamp with time zone,
  fence bigint not null,
  failures integer not null,
  constraint job_kind_tenant_uk unique (kind, tenant_id)
);
create index job_due_ix on job (kind, due_at);
