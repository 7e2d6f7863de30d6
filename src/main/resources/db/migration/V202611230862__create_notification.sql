-- What people are told about a tenant's changes, one row for all that one verification saw; kept for 90 days (ADR 065).
create table notification (
  id varchar(36) not null constraint notification_pk primary key,
  tenant_id varchar(36) constraint notification_tenant_fk references tenant (id) on delete cascade,
  created_at timestamp with time zone not null,
  subject varchar(300) not null,
  is_urgent boolean not null
);
create index notification_created_ix on notification (created_at);
create index notification_tenant_ix on notification (tenant_id);
create table notification_change (
  notification_id varchar(36) not null constraint notification_change_notification_fk references notification (id) on delete cascade,
  change_id bigint not null constraint notification_change_change_fk references tenant_change (id) on delete cascade,
  constraint notification_change_pk primary key (notification_id, change_id)
);
create index notification_change_change_ix on notification_change (change_id);
