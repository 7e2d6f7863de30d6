-- A price holds for one segment, and a tenant buys as one: what stood so far was meant as commercial (ADR 110).
alter table price add column segment varchar(12) default 'COMMERCIAL' not null;
alter table price drop constraint price_sku_origin_from_uk;
alter table price add constraint price_sku_origin_segment_from_uk unique (sku_id, origin, segment, valid_from);
create table tenant_segment (
  tenant_id varchar(36) not null constraint tenant_segment_pk primary key
    constraint tenant_segment_tenant_fk references tenant (id) on delete cascade,
  segment varchar(12) not null,
  changed_by varchar(200) not null,
  changed_at timestamp with time zone not null
);
