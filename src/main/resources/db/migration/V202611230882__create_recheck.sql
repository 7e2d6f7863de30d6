-- A consent takes minutes to show in tokens: tenants that are looked at again soon, and since when (ADR 022).
create table recheck (
  tenant_id varchar(36) not null constraint recheck_pk primary key
    constraint recheck_tenant_fk references tenant (id) on delete cascade,
  since timestamp with time zone not null
);
