-- Thousands of users have the same licenses by the same ways: each set is kept once, and a user names his (ADR 085).
-- An empty group_id is a direct assignment.
create table snapshot_license_set (
  scan_id bigint not null,
  set_no integer not null,
  sku_id varchar(36) not null,
  group_id varchar(36) not null,
  state varchar(40) not null,
  error varchar(80),
  disabled_plans varchar(20000),
  constraint snapshot_license_set_pk primary key (scan_id, set_no, sku_id, group_id)
);
-- When each of a user's licenses changed: seconds since 1970, in the order of their SKUs.
alter table snapshot_user add column seats_changed varchar(8000);
alter table snapshot_user add column license_set integer;

-- Snapshots from before get one set per user.
create table license_set_of_user (
  scan_id bigint not null,
  user_id varchar(36) not null,
  set_no integer not null,
  seats_changed varchar(8000) not null,
  constraint license_set_of_user_pk primary key (scan_id, user_id)
);
insert into license_set_of_user (scan_id, user_id, set_no, seats_changed)
select scan_id, user_id, row_number() over (partition by scan_id order by user_id),
  string_agg(changed, ' ' order by sku_id)
from (
  select scan_id, user_id, sku_id, coalesce(cast(cast(floor(extract(epoch from
    max(case when state in ('Active', 'ActiveWithError') then updated_at end))) as bigint) as varchar), '') as changed
  from snapshot_path group by scan_id, user_id, sku_id) seat
group by scan_id, user_id;
insert into snapshot_license_set (scan_id, set_no, sku_id, group_id, state, error, disabled_plans)
select p.scan_id, u.set_no, p.sku_id, p.group_id, p.state, p.error, s.plans
from snapshot_path p
join license_set_of_user u on u.scan_id = p.scan_id and u.user_id = p.user_id
left join snapshot_plan_set s on s.scan_id = p.scan_id and s.set_no = p.set_no;
update snapshot_user set
  license_set = (select u.set_no from license_set_of_user u
    where u.scan_id = snapshot_user.scan_id and u.user_id = snapshot_user.user_id),
  seats_changed = (select u.seats_changed from license_set_of_user u
    where u.scan_id = snapshot_user.scan_id and u.user_id = snapshot_user.user_id)
where seats > 0;
drop table license_set_of_user;
drop table snapshot_path;
drop table snapshot_plan_set;
