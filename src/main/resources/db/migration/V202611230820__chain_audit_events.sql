-- Each event gets a position without gaps and a link to the one before (ADR 017). What was written before has no link yet:
-- the first node that writes takes it into the chain. tenant_id refers to nothing, so that a line outlives its tenant.
create table audit_event_chained (
  position bigint not null,
  occurred_at timestamp with time zone not null,
  actor varchar(200) not null,
  action varchar(40) not null,
  tenant_id varchar(36),
  outcome varchar(10) not null,
  detail varchar(1000) not null,
  link varchar(64)
);
insert into audit_event_chained (position, occurred_at, actor, action, tenant_id, outcome, detail)
  select row_number() over (order by occurred_at, id), occurred_at, actor, action, tenant_id, outcome, detail from audit_event;
drop table audit_event;
drop sequence audit_event_seq;
alter table audit_event_chained rename to audit_event;
alter table audit_event add constraint audit_event_pk primary key (position);
alter table audit_event add constraint audit_event_outcome_ck check (outcome in ('SUCCEEDED', 'REFUSED', 'FAILED'));
create index audit_event_occurred_ix on audit_event (occurred_at, position);
create index audit_event_actor_ix on audit_event (actor, position);
create index audit_event_action_ix on audit_event (action, position);
create index audit_event_tenant_ix on audit_event (tenant_id, position);

-- One row: whoever appends locks it. Position 0 means that the chain has not begun.
create table audit_head (
  id integer not null constraint audit_head_pk primary key,
  position bigint not null,
  link varchar(64) not null,
  constraint audit_head_single_ck check (id = 1)
);
insert into audit_head (id, position, link) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- The key that makes the links, sealed outside the reach of the database like every secret (ADR 010).
create table audit_chain_key (
  name varchar(36) not null constraint audit_chain_key_pk primary key,
  version bigint not null,
  key_id bigint not null,
  format smallint not null,
  sealed bytea not null
);
