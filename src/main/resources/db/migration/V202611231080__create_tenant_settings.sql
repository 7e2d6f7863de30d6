-- What a tenant's admin decided about the rules: thresholds that were moved, lists of people, products (docs/adr/095).
create table threshold_setting (
  tenant_id varchar(36) not null
    constraint threshold_setting_tenant_fk references tenant (id) on delete cascade,
  name varchar(40) not null,
  setting integer not null,
  changed_by varchar(200) not null,
  changed_at timestamp with time zone not null,
  constraint threshold_setting_pk primary key (tenant_id, name)
);
create sequence list_entry_seq start with 50 increment by 50;
create table list_entry (
  id bigint not null constraint list_entry_pk primary key,
  tenant_id varchar(36) not null
    constraint list_entry_tenant_fk references tenant (id) on delete cascade,
  list_name varchar(20) not null,
  kind varchar(20) not null,
  member varchar(320) not null,
  note varchar(200) not null,
  until date,
  added_by varchar(200) not null,
  added_at timestamp with time zone not null,
  constraint list_entry_member_uk unique (tenant_id, list_name, kind, member)
);
create table sku_setting (
  tenant_id varchar(36) not null
    constraint sku_setting_tenant_fk references tenant (id) on delete cascade,
  sku_id varchar(36) not null,
  excluded boolean not null,
  buffer integer,
  minimum integer,
  changed_by varchar(200) not null,
  changed_at timestamp with time zone not null,
  constraint sku_setting_pk primary key (tenant_id, sku_id)
);
