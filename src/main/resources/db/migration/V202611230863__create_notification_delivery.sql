-- A notification on its way by one channel: written with the change, sent afterwards by the node that holds the lease (ADR 065).
create table notification_delivery (
  id varchar(36) not null constraint notification_delivery_pk primary key,
  notification_id varchar(36) not null constraint notification_delivery_notification_fk references notification (id) on delete cascade,
  channel varchar(10) not null constraint notification_delivery_channel_ck check (channel in ('MAIL', 'WEBHOOK')),
  state varchar(10) not null constraint notification_delivery_state_ck check (state in ('WAITING', 'SENT', 'FAILED')),
  target varchar(500) not null,
  due_at timestamp with time zone not null,
  give_up_at timestamp with time zone not null,
  attempts integer not null,
  reason varchar(500) not null,
  ended_at timestamp with time zone,
  owner varchar(80),
  lease_until timestamp with time zone,
  fence bigint not null
);
create index notification_delivery_due_ix on notification_delivery (state, due_at);
create index notification_delivery_notification_ix on notification_delivery (notification_id);
