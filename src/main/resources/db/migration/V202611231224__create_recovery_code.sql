-- Codes for when the authenticator app is lost; a row is deleted by its use (ADR 102).
create table recovery_code (
  code_hash varchar(64) not null constraint recovery_code_pk primary key,
  name varchar(100) not null
    constraint recovery_code_account_fk references account (name) on delete cascade
);
create index recovery_code_name_ix on recovery_code (name);
