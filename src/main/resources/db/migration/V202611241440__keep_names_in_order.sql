-- The names of a snapshot's accounts in their order, made when all accounts are stored: two indexes kept up to date meanwhile
-- cost more than the accounts themselves (ADR 130). Rows go with their scan, in batches.
create table snapshot_principal_name (
  scan_id bigint not null,
  name_key varchar(320) not null,
  user_id varchar(36) not null,
  constraint snapshot_principal_name_pk primary key (scan_id, name_key, user_id)
);
create table snapshot_display_name (
  scan_id bigint not null,
  name_key varchar(320) not null,
  user_id varchar(36) not null,
  constraint snapshot_display_name_pk primary key (scan_id, name_key, user_id)
);
insert into snapshot_principal_name (scan_id, name_key, user_id)
  select scan_id, upn_key, user_id from snapshot_user order by scan_id, upn_key;
insert into snapshot_display_name (scan_id, name_key, user_id)
  select scan_id, name_key, user_id from snapshot_user where name_key is not null order by scan_id, name_key;
drop index snapshot_user_upn_ix;
drop index snapshot_user_name_ix;
