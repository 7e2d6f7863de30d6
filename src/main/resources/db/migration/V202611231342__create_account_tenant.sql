-- What a restricted person sees (ADR 115).
create table account_tenant (
  account_name varchar(100) not null constraint account_tenant_account_fk references account (name) on delete cascade,
  tenant_id varchar(36) not null constraint account_tenant_tenant_fk references tenant (id) on delete cascade,
  constraint account_tenant_pk primary key (account_name, tenant_id)
);
create index account_tenant_tenant_ix on account_tenant (tenant_id);
