-- Guesses per name that was typed, known or not, so that both answer alike (ADR 050). The name is
-- kept as a hash: people type passwords into the wrong field.
create table sign_in_failure (
  name_hash varchar(64) not null constraint sign_in_failure_pk primary key,
  failures integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone
);
create index sign_in_failure_last_ix on sign_in_failure (last_at);
