-- A person who may sign in with a password of ours (ADR 050).
create table account (
  name varchar(100) not null constraint account_pk primary key,
  password_hash varchar(300) not null,
  role varchar(20) not null constraint account_role_ck check (role in ('admin', 'operator', 'viewer')),
  disabled boolean not null,
  created_at timestamp with time zone not null,
  version bigint not null
);
