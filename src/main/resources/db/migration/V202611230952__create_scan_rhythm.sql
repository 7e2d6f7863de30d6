-- How often a tenant is scanned, where it is not as often as configured; 0: only when somebody asks.
create table scan_rhythm (
  tenant_id varchar(36) not null constraint scan_rhythm_pk primary key
    constraint scan_rhythm_tenant_fk references tenant (id) on delete cascade,
  every_seconds bigint not null
);
