-- What a restricted program sees (ADR 115).
create table api_token_tenant (
  token_id varchar(36) not null constraint api_token_tenant_token_fk references api_token (id) on delete cascade,
  tenant_id varchar(36) not null constraint api_token_tenant_tenant_fk references tenant (id) on delete cascade,
  constraint api_token_tenant_pk primary key (token_id, tenant_id)
);
create index api_token_tenant_tenant_ix on api_token_tenant (tenant_id);
