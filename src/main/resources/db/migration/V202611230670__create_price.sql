-- Prices that somebody stated; list prices ship with the product. Belongs to no tenant (contract, GET /prices).
create sequence price_seq start with 50 increment by 50;
create table price (
  id bigint not null constraint price_pk primary key,
  sku_id varchar(36) not null,
  origin varchar(10) not null constraint price_origin_ck check (origin in ('ENTERED', 'IMPORTED')),
  amount numeric(19, 4) not null constraint price_amount_ck check (amount >= 0),
  currency varchar(3) not null,
  valid_from date not null,
  source varchar(200) not null,
  stated_by varchar(200) not null,
  stated_at timestamp with time zone not null,
  constraint price_sku_origin_from_uk unique (sku_id, origin, valid_from)
);
