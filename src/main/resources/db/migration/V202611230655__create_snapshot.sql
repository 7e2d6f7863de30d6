-- What a scan found, as rules read it; rows are written once and go with their scan (ADR 031).
create table snapshot_organization (
  scan_id bigint not null constraint snapshot_organization_pk primary key
    constraint snapshot_organization_scan_fk references scan (id) on delete cascade,
  display_name varchar(256),
  country varchar(2),
  created_at timestamp with time zone
);
create table snapshot_sku (
  scan_id bigint not null constraint snapshot_sku_scan_fk references scan (id) on delete cascade,
  sku_id varchar(36) not null,
  part_number varchar(256) not null,
  applies_to varchar(40) not null,
  capability_status varchar(40) not null,
  enabled_units integer not null,
  warning_units integer not null,
  suspended_units integer not null,
  locked_out_units integer not null,
  consumed_units integer not null,
  constraint snapshot_sku_pk primary key (scan_id, sku_id)
);
create table snapshot_plan (
  scan_id bigint not null constraint snapshot_plan_scan_fk references scan (id) on delete cascade,
  sku_id varchar(36) not null,
  plan_id varchar(36) not null,
  name varchar(256) not null,
  applies_to varchar(40) not null,
  provisioning_status varchar(40) not null,
  constraint snapshot_plan_pk primary key (scan_id, sku_id, plan_id)
);
create table snapshot_subscription (
  scan_id bigint not null
    constraint snapshot_subscription_scan_fk references scan (id) on delete cascade,
  subscription_id varchar(64) not null,
  sku_id varchar(36) not null,
  status varchar(40) not null,
  trial boolean not null,
  total_licenses integer not null,
  created_at timestamp with time zone,
  next_lifecycle timestamp with time zone,
  owner_tenant_id varchar(36),
  constraint snapshot_subscription_pk primary key (scan_id, subscription_id)
);
create table snapshot_group (
  scan_id bigint not null constraint snapshot_group_scan_fk references scan (id) on delete cascade,
  group_id varchar(36) not null,
  display_name varchar(256),
  membership_rule varchar(3072),
  member_errors boolean not null,
  constraint snapshot_group_pk primary key (scan_id, group_id)
);
create table snapshot_group_sku (
  scan_id bigint not null
    constraint snapshot_group_sku_scan_fk references scan (id) on delete cascade,
  group_id varchar(36) not null,
  sku_id varchar(36) not null,
  constraint snapshot_group_sku_pk primary key (scan_id, group_id, sku_id)
);
-- upn_key is the principal name in lower case, which joins an account with the usage reports.
create table snapshot_user (
  scan_id bigint not null constraint snapshot_user_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  user_principal_name varchar(320) not null,
  upn_key varchar(320) not null,
  display_name varchar(256),
  given_name varchar(128),
  surname varchar(128),
  job_title varchar(256),
  employee_id varchar(64),
  employee_type varchar(128),
  department varchar(256),
  company_name varchar(256),
  usage_location varchar(8),
  user_type varchar(40),
  external_user_state varchar(40),
  account_enabled boolean not null,
  synced boolean not null,
  created_at timestamp with time zone,
  hired_at timestamp with time zone,
  disabled_seen timestamp with time zone,
  sign_ins_read boolean not null,
  last_successful timestamp with time zone,
  last_interactive timestamp with time zone,
  last_non_interactive timestamp with time zone,
  seats integer not null,
  constraint snapshot_user_pk primary key (scan_id, user_id)
);
-- Few sets of disabled plans serve many users, so each set is kept once.
create table snapshot_plan_set (
  scan_id bigint not null
    constraint snapshot_plan_set_scan_fk references scan (id) on delete cascade,
  set_no integer not null,
  plans varchar(20000) not null,
  constraint snapshot_plan_set_pk primary key (scan_id, set_no)
);
-- One way a license reached a user; an empty group_id is a direct assignment.
create table snapshot_path (
  scan_id bigint not null constraint snapshot_path_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  sku_id varchar(36) not null,
  group_id varchar(36) not null,
  state varchar(40) not null,
  error varchar(80),
  set_no integer,
  updated_at timestamp with time zone,
  constraint snapshot_path_pk primary key (scan_id, user_id, sku_id, group_id)
);
create table snapshot_activity (
  scan_id bigint not null
    constraint snapshot_activity_scan_fk references scan (id) on delete cascade,
  upn_key varchar(320) not null,
  exchange date,
  one_drive date,
  share_point date,
  teams date,
  yammer date,
  constraint snapshot_activity_pk primary key (scan_id, upn_key)
);
