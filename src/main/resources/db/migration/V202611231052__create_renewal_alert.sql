-- Which renewals were told of at which distance: each once, over all nodes and restarts (ADR 090).
create table renewal_alert (
  tenant_id varchar(36) not null
    constraint renewal_alert_tenant_fk references tenant (id) on delete cascade,
  subscription_id varchar(100) not null,
  renews_on date not null,
  threshold integer not null,
  told_at timestamp with time zone not null,
  constraint renewal_alert_pk primary key (tenant_id, subscription_id, renews_on, threshold)
);
