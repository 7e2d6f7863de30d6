-- What a verification found: permissions of the guide, permissions beyond it, and the registration itself.
create table verification_permission (
  verification_id varchar(36) not null constraint verification_permission_fk references verification (id) on delete cascade,
  name varchar(100) not null,
  configured varchar(10) not null,
  consented varchar(10) not null,
  effective varchar(20) not null,
  status varchar(20) not null,
  remedy varchar(1000) not null,
  remedy_link varchar(1000) not null,
  evidence varchar(1000) not null,
  constraint verification_permission_pk primary key (verification_id, name)
);
create table verification_excess (
  verification_id varchar(36) not null constraint verification_excess_fk references verification (id) on delete cascade,
  name varchar(200) not null,
  type varchar(20) not null,
  role_id varchar(36) not null,
  service varchar(300) not null,
  consented boolean not null,
  access_kind varchar(10) not null,
  remedy varchar(1000) not null,
  constraint verification_excess_pk primary key (verification_id, name, type)
);
create table verification_check (
  verification_id varchar(36) not null constraint verification_check_fk references verification (id) on delete cascade,
  name varchar(60) not null,
  expected varchar(1000) not null,
  found varchar(1000) not null,
  is_ok boolean,
  remedy varchar(1000) not null,
  remedy_link varchar(1000) not null,
  constraint verification_check_pk primary key (verification_id, name)
);
