-- The last known value of each thing that verifications look at; what they could not see stays as it was (ADR 064).
create table tenant_fact (
  tenant_id varchar(36) not null constraint tenant_fact_tenant_fk references tenant (id) on delete cascade,
  aspect varchar(20) not null,
  name varchar(300) not null,
  known_value varchar(60) not null,
  shown varchar(300) not null,
  constraint tenant_fact_pk primary key (tenant_id, aspect, name)
);
