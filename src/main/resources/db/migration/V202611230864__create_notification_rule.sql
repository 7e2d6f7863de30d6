-- When people may be told, and of what; one row, changed on the page Notifications.
create table notification_rule (
  id integer not null constraint notification_rule_pk primary key constraint notification_rule_one_ck check (id = 1),
  quiet_from varchar(5),
  quiet_to varchar(5),
  quiet_zone varchar(60) not null,
  urgent_passes boolean not null,
  version bigint not null
);
insert into notification_rule (id, quiet_from, quiet_to, quiet_zone, urgent_passes, version) values (1, null, null, 'UTC', true, 0);
create table notification_muted_kind (
  rule_id integer not null constraint notification_muted_kind_rule_fk references notification_rule (id),
  kind varchar(40) not null,
  constraint notification_muted_kind_pk primary key (rule_id, kind)
);
insert into notification_muted_kind (rule_id, kind) values (1, 'TENANT_ONBOARDED');
insert into notification_muted_kind (rule_id, kind) values (1, 'FIRST_VERIFIED');
