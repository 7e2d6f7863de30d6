-- Which warnings of an expiring secret were given: each once, over all nodes and restarts (ADR 062).
create table expiry_warning (
  tenant_id varchar(36) not null
    constraint expiry_warning_tenant_fk references tenant (id) on delete cascade,
  version bigint not null,
  threshold integer not null,
  days_left integer not null,
  warned_at timestamp with time zone not null,
  constraint expiry_warning_pk primary key (tenant_id, version, threshold)
);
