-- What permissions beyond the guide's bring when a tenant has granted them (ADR 026): not granted is no gap.
alter table scan_collection drop constraint scan_collection_state_ck;
alter table scan_collection add constraint scan_collection_state_ck check (state in
  ('PENDING', 'RUNNING', 'WAITING', 'COMPLETE', 'PARTIAL', 'NOT_PERMITTED', 'LICENSE_MISSING',
   'SERVICE_ABSENT', 'NAMES_CONCEALED', 'FAILED', 'NOT_GRANTED', 'SWITCHED_OFF'));
create table snapshot_leave_date (
  scan_id bigint not null constraint snapshot_leave_date_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  leaves_at timestamp with time zone not null,
  constraint snapshot_leave_date_pk primary key (scan_id, user_id)
);
create table snapshot_eligible_role (
  scan_id bigint not null constraint snapshot_eligible_role_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  template_id varchar(36) not null,
  constraint snapshot_eligible_role_pk primary key (scan_id, user_id, template_id)
);
create table snapshot_mailbox_purpose (
  scan_id bigint not null constraint snapshot_mailbox_purpose_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  purpose varchar(40) not null,
  constraint snapshot_mailbox_purpose_pk primary key (scan_id, user_id)
);
-- mail_key is an address in lower case: a user's address or principal name.
create table snapshot_room (
  scan_id bigint not null constraint snapshot_room_scan_fk references scan (id) on delete cascade,
  room_id varchar(64) not null,
  mail_key varchar(320) not null,
  constraint snapshot_room_pk primary key (scan_id, room_id)
);
-- How many numbers somebody has is kept; which ones is nobody's business here.
create table snapshot_teams_user (
  scan_id bigint not null constraint snapshot_teams_user_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  account_type varchar(40),
  voice boolean not null,
  numbers integer not null,
  shared_calling boolean not null,
  constraint snapshot_teams_user_pk primary key (scan_id, user_id)
);
-- The newest call of each kind; with whom is not kept.
create table snapshot_phone_call (
  scan_id bigint not null constraint snapshot_phone_call_scan_fk references scan (id) on delete cascade,
  user_id varchar(36) not null,
  kind varchar(20) not null,
  last_at timestamp with time zone not null,
  constraint snapshot_phone_call_pk primary key (scan_id, user_id, kind)
);
create table snapshot_access_policy (
  scan_id bigint not null constraint snapshot_access_policy_scan_fk references scan (id) on delete cascade,
  policy_id varchar(64) not null,
  name varchar(256),
  state varchar(60),
  by_risk boolean not null,
  constraint snapshot_access_policy_pk primary key (scan_id, policy_id)
);
-- kind is a word of Microsoft's, such as includeUsers or excludeGroups; subject an id or a word such as All.
create table snapshot_access_subject (
  scan_id bigint not null constraint snapshot_access_subject_scan_fk references scan (id) on delete cascade,
  policy_id varchar(64) not null,
  kind varchar(20) not null,
  subject varchar(64) not null,
  constraint snapshot_access_subject_pk primary key (scan_id, policy_id, kind, subject)
);
