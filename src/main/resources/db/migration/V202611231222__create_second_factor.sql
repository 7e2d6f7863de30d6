-- The seed of a person's one-time codes, sealed; codes up to last_step were used (ADR 102).
create table second_factor (
  name varchar(100) not null constraint second_factor_pk primary key
    constraint second_factor_account_fk references account (name) on delete cascade,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint not null,
  version bigint not null,
  key_id bigint not null,
  format smallint not null,
  sealed bytea not null
);
