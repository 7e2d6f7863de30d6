-- What a replaced secret was, as long as a running scan may need it (ADR 060).
create table retired_secret (
  id varchar(60) not null constraint retired_secret_pk primary key,
  tenant_id varchar(36) not null
    constraint retired_secret_tenant_fk references tenant (id) on delete cascade,
  kind varchar(20) not null
    constraint retired_secret_kind_ck check (kind in ('CLIENT_SECRET', 'CERTIFICATE')),
  version bigint not null,
  key_id bigint not null,
  format smallint not null,
  sealed bytea not null,
  retired_at timestamp with time zone not null
);
create index retired_secret_tenant_ix on retired_secret (tenant_id);
