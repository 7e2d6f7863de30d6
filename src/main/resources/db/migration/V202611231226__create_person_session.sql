-- The open sessions of people on all nodes, so that each can be seen and ended (ADR 103); the hash of what the session knows itself by.
create table person_session (
  id_hash varchar(64) not null constraint person_session_pk primary key,
  name varchar(100) not null
    constraint person_session_account_fk references account (name) on delete cascade,
  begun_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  browser varchar(100) not null
);
create index person_session_name_ix on person_session (name);
create index person_session_seen_ix on person_session (seen_at);
