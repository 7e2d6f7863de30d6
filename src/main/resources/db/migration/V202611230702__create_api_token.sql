-- What a program signs in with; the token itself is shown once and never stored (ADR 050).
create table api_token (
  id varchar(36) not null constraint api_token_pk primary key,
  name varchar(100) not null constraint api_token_name_uk unique,
  role varchar(20) not null constraint api_token_role_ck check (role in ('admin', 'operator', 'viewer')),
  token_hash varchar(64) not null constraint api_token_hash_uk unique,
  created_at timestamp with time zone not null,
  created_by varchar(120) not null,
  expires_on date
);
