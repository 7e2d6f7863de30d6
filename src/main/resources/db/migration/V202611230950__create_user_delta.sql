-- How a scan came by its users: as a whole, or from the snapshot before and what changed since (ADR 082).
-- base_id: that snapshot; null when all were read. link: where what changes after this scan can be asked for.
create table user_delta (
  scan_id bigint not null constraint user_delta_pk primary key
    constraint user_delta_scan_fk references scan (id) on delete cascade,
  base_id bigint,
  link varchar(8000),
  full_at timestamp with time zone not null,
  sign_ins_at timestamp with time zone
);
