-- A tenant's client secret, sealed outside the reach of the database (ADR 010).
create table sealed_secret (
  tenant_id varchar(36) not null constraint sealed_secret_pk primary key
    constraint sealed_secret_tenant_fk references tenant (id) on delete cascade,
  version bigint not null,
  key_id bigint not null,
  format smallint not null,
  sealed bytea not null,
  hint varchar(3) not null,
  stored_at timestamp with time zone not null,
  expires_on date
);
