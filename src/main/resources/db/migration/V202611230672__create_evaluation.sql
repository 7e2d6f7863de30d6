-- What the rules made of one scan: one row per scan, written anew when prices or dismissals change (docs/adr/040).
create sequence evaluation_seq start with 50 increment by 50;
create table evaluation (
  id bigint not null constraint evaluation_pk primary key,
  tenant_id varchar(36) not null constraint evaluation_tenant_fk references tenant (id) on delete cascade,
  scan_id bigint not null,
  taken_at timestamp with time zone not null,
  evaluated_at timestamp with time zone not null,
  currency varchar(3) not null,
  accounts bigint not null,
  monthly numeric(19, 4) not null,
  review numeric(19, 4) not null,
  reuse_now numeric(19, 4) not null,
  cash_now numeric(19, 4) not null,
  locked numeric(19, 4) not null,
  to_buy numeric(19, 4) not null,
  constraint evaluation_scan_uk unique (tenant_id, scan_id)
);
create table rule_result (
  evaluation_id bigint not null constraint rule_result_evaluation_fk references evaluation (id) on delete cascade,
  rule_id varchar(3) not null,
  state varchar(20) not null constraint rule_result_state_ck
    check (state in ('EVALUATED', 'PARTIAL', 'NOT_EVALUATED')),
  reason varchar(2000),
  findings integer not null,
  net numeric(19, 4) not null,
  constraint rule_result_pk primary key (evaluation_id, rule_id)
);
create table saving_date (
  evaluation_id bigint not null constraint saving_date_evaluation_fk references evaluation (id) on delete cascade,
  due_on date,
  amount numeric(19, 4) not null,
  constraint saving_date_uk unique (evaluation_id, due_on)
);
