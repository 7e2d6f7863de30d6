-- What the services know of each account, by its id, so that users and traces are read side by side (ADR 035).
alter table snapshot_user add column mail_key varchar(320);
create index snapshot_user_upn_ix on snapshot_user (scan_id, upn_key);
create table snapshot_service_use (
  scan_id bigint not null constraint snapshot_service_use_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  exchange date,
  one_drive date,
  share_point date,
  teams date,
  yammer date,
  constraint snapshot_service_use_pk primary key (scan_id, user_id)
);
insert into snapshot_service_use (scan_id, user_id, exchange, one_drive, share_point, teams, yammer)
  select u.scan_id, u.user_id, a.exchange, a.one_drive, a.share_point, a.teams, a.yammer
  from snapshot_user u join snapshot_activity a on a.scan_id = u.scan_id and a.upn_key = u.upn_key;
drop table snapshot_activity;
-- uses has a bit per platform (Windows, Mac, mobile, web), then four for each app in the order of OfficeApp.
create table snapshot_app_use (
  scan_id bigint not null constraint snapshot_app_use_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  last_activated date,
  last_active date,
  uses integer not null,
  constraint snapshot_app_use_pk primary key (scan_id, user_id)
);
create table snapshot_activation (
  scan_id bigint not null constraint snapshot_activation_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  product varchar(200) not null,
  last_activated date,
  windows integer not null,
  mac integer not null,
  mobile integer not null,
  shared_computer boolean not null,
  constraint snapshot_activation_pk primary key (scan_id, user_id, product)
);
create table snapshot_mailbox (
  scan_id bigint not null constraint snapshot_mailbox_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  last_active date,
  used_bytes bigint,
  quota_bytes bigint,
  deleted_quota_bytes bigint,
  archive boolean,
  recipient_type varchar(40),
  constraint snapshot_mailbox_pk primary key (scan_id, user_id)
);
create table snapshot_one_drive (
  scan_id bigint not null constraint snapshot_one_drive_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  last_active date,
  used_bytes bigint,
  allocated_bytes bigint,
  files bigint,
  constraint snapshot_one_drive_pk primary key (scan_id, user_id)
);
create table snapshot_teams_use (
  scan_id bigint not null constraint snapshot_teams_use_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  last_active date,
  messages bigint,
  calls bigint,
  meetings_organized bigint,
  meetings_attended bigint,
  other_action boolean,
  constraint snapshot_teams_use_pk primary key (scan_id, user_id)
);
create table snapshot_mail_use (
  scan_id bigint not null constraint snapshot_mail_use_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  last_active date,
  sent bigint,
  received bigint,
  read_count bigint,
  constraint snapshot_mail_use_pk primary key (scan_id, user_id)
);
create table snapshot_share_point_use (
  scan_id bigint not null constraint snapshot_share_point_use_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  last_active date,
  files bigint,
  synced bigint,
  pages bigint,
  constraint snapshot_share_point_use_pk primary key (scan_id, user_id)
);
create table snapshot_copilot_use (
  scan_id bigint not null constraint snapshot_copilot_use_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  last_active date,
  prompts bigint,
  active_days bigint,
  constraint snapshot_copilot_use_pk primary key (scan_id, user_id)
);
-- Devices and app registrations without a user have an empty user_id.
create table snapshot_device (
  scan_id bigint not null constraint snapshot_device_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  device_id varchar(64) not null,
  operating_system varchar(64),
  agent varchar(64),
  last_sync timestamp with time zone,
  constraint snapshot_device_pk primary key (scan_id, user_id, device_id)
);
create table snapshot_app_protection (
  scan_id bigint not null constraint snapshot_app_protection_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  registration_id varchar(64) not null,
  last_sync timestamp with time zone,
  constraint snapshot_app_protection_pk primary key (scan_id, user_id, registration_id)
);
create table snapshot_role_member (
  scan_id bigint not null constraint snapshot_role_member_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  template_id varchar(36) not null,
  constraint snapshot_role_member_pk primary key (scan_id, user_id, template_id)
);
-- The newest sign-in to each app; older ones are carried from snapshot to snapshot.
create table snapshot_app_sign_in (
  scan_id bigint not null constraint snapshot_app_sign_in_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  app_id varchar(36) not null,
  last_at timestamp with time zone not null,
  constraint snapshot_app_sign_in_pk primary key (scan_id, user_id, app_id)
);
create table snapshot_disabling (
  scan_id bigint not null constraint snapshot_disabling_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  disabled_at timestamp with time zone not null,
  constraint snapshot_disabling_pk primary key (scan_id, user_id, disabled_at)
);
