-- The master keys that this database knows, by their check values: never a key itself (ADR 013).
create table vault_key (
  id bigint not null constraint vault_key_pk primary key,
  fingerprint varchar(32) not null,
  added_at timestamp with time zone not null,
  dropped_at timestamp with time zone,
  seals bigint not null constraint vault_key_seals_ck check (seals >= 0)
);
-- One row: which key seals, and which node seals old values anew. Whoever seals or changes keys locks it.
create table vault_state (
  id smallint not null constraint vault_state_pk primary key
    constraint vault_state_one_ck check (id = 1),
  primary_key_id bigint constraint vault_state_key_fk references vault_key (id),
  owner varchar(80),
  lease_until timestamp with time zone
);
-- Which keys each running node holds in memory.
create table vault_node (
  name varchar(80) not null constraint vault_node_pk primary key,
  host varchar(200) not null,
  key_ids varchar(2000) not null,
  warning varchar(1000),
  reported_at timestamp with time zone not null
);
