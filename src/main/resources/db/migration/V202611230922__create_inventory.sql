-- What a tenant has beside users and licenses: small things by collection, and what is worth a table of its own.
create table snapshot_item (
  scan_id bigint not null constraint snapshot_item_scan_fk references scan (id) on delete cascade,
  collection varchar(30) not null,
  item_id varchar(200) not null,
  type varchar(120),
  name varchar(256),
  state varchar(40),
  changed_at timestamp with time zone,
  constraint snapshot_item_pk primary key (scan_id, collection, item_id)
);
create table snapshot_deleted_user (
  scan_id bigint not null constraint snapshot_deleted_user_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  deleted_at timestamp with time zone,
  seats integer not null,
  constraint snapshot_deleted_user_pk primary key (scan_id, user_id)
);
-- mail_key is an address in lower case: a user's address or principal name.
create table snapshot_custodian (
  scan_id bigint not null constraint snapshot_custodian_scan_fk references scan (id) on delete cascade,
  case_id varchar(64) not null,
  custodian_id varchar(64) not null,
  mail_key varchar(320) not null,
  status varchar(40),
  hold_status varchar(40),
  constraint snapshot_custodian_pk primary key (scan_id, case_id, custodian_id)
);
create table snapshot_site (
  scan_id bigint not null constraint snapshot_site_scan_fk references scan (id) on delete cascade,
  site_id varchar(64) not null,
  address varchar(400),
  name varchar(256),
  personal boolean not null,
  created_at timestamp with time zone,
  constraint snapshot_site_pk primary key (scan_id, site_id)
);
create table snapshot_site_use (
  scan_id bigint not null constraint snapshot_site_use_scan_fk references scan (id) on delete cascade,
  site_id varchar(64) not null,
  last_active date,
  used_bytes bigint,
  allocated_bytes bigint,
  files bigint,
  template varchar(80),
  constraint snapshot_site_use_pk primary key (scan_id, site_id)
);
create table snapshot_secure_score (
  scan_id bigint not null constraint snapshot_secure_score_scan_fk references scan (id) on delete cascade,
  score_id varchar(80) not null,
  created_at timestamp with time zone,
  current_score double precision,
  max_score double precision,
  active_users bigint,
  licensed_users bigint,
  constraint snapshot_secure_score_pk primary key (scan_id, score_id)
);
-- kind is service for a service in use, control for a control and its score.
create table snapshot_score_part (
  scan_id bigint not null constraint snapshot_score_part_scan_fk references scan (id) on delete cascade,
  kind varchar(10) not null constraint snapshot_score_part_kind_ck check (kind in ('service', 'control')),
  name varchar(200) not null,
  category varchar(80),
  score double precision,
  constraint snapshot_score_part_pk primary key (scan_id, kind, name)
);
