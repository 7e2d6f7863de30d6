-- A generated key pair whose certificate an administrator has yet to upload in Entra (ADR 061).
create table pending_certificate (
  id varchar(36) not null constraint pending_certificate_pk primary key,
  tenant_id varchar(36)
    constraint pending_certificate_tenant_fk references tenant (id) on delete cascade,
  created_by varchar(200) not null,
  created_at timestamp with time zone not null,
  discarded_at timestamp with time zone not null,
  certificate bytea not null,
  version bigint not null,
  key_id bigint not null,
  format smallint not null,
  sealed bytea not null
);
create index pending_certificate_tenant_ix on pending_certificate (tenant_id);
create index pending_certificate_discarded_ix on pending_certificate (discarded_at);
