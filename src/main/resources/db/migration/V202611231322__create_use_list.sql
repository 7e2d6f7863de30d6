-- Who used a product whose use Graph does not tell, as the admin exported it from an admin center.
create table use_list (
  tenant_id varchar(36) not null
    constraint use_list_tenant_fk references tenant (id) on delete cascade,
  product varchar(20) not null,
  as_of date not null,
  days integer not null,
  people integer not null,
  imported_by varchar(200) not null,
  imported_at timestamp with time zone not null,
  constraint use_list_pk primary key (tenant_id, product)
);
create table use_list_person (
  tenant_id varchar(36) not null,
  product varchar(20) not null,
  name varchar(320) not null,
  last_active date,
  desktop boolean not null,
  web boolean not null,
  constraint use_list_person_pk primary key (tenant_id, product, name),
  constraint use_list_person_list_fk foreign key (tenant_id, product)
    references use_list (tenant_id, product) on delete cascade
);
