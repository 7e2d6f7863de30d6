-- Names of products and service plans from the table that Microsoft publishes. They belong to no tenant (ADR 091).
create table product_name (
  sku_id varchar(36) not null constraint product_name_pk primary key,
  part_number varchar(128) not null,
  name varchar(256) not null
);
create table plan_name (
  plan_id varchar(36) not null constraint plan_name_pk primary key,
  part_number varchar(128) not null,
  name varchar(256) not null
);
