-- One product in an evaluation: bought, needed, to give back.
create table sku_line (
  evaluation_id bigint not null constraint sku_line_evaluation_fk references evaluation (id) on delete cascade,
  sku_id varchar(36) not null,
  part_number varchar(200) not null,
  name varchar(200) not null,
  kind varchar(20) not null,
  sku_class varchar(20) not null,
  purchased integer not null,
  assigned integer not null,
  spare integer not null,
  needed integer not null,
  recommended integer not null,
  dropped integer not null,
  to_buy integer not null,
  unit_price numeric(19, 4),
  price_origin varchar(10),
  price_source varchar(200),
  price_valid_from varchar(20),
  price_trust varchar(10),
  saving numeric(19, 4),
  pool numeric(19, 4),
  constraint sku_line_pk primary key (evaluation_id, sku_id)
);
create table sku_renewal (
  evaluation_id bigint not null,
  sku_id varchar(36) not null,
  position integer not null,
  due_on date,
  units integer not null,
  status varchar(40) not null,
  constraint sku_renewal_pk primary key (evaluation_id, sku_id, position),
  constraint sku_renewal_line_fk foreign key (evaluation_id, sku_id)
    references sku_line (evaluation_id, sku_id) on delete cascade
);
