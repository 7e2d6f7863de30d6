-- How many premium licenses of Entra a tenant has and uses, as Microsoft's beta report counts them: one row a scan.
create table snapshot_premium_insight (
  scan_id bigint not null constraint snapshot_premium_insight_pk primary key
    constraint snapshot_premium_insight_scan_fk references scan (id) on delete cascade,
  entitled_p1 bigint,
  entitled_p2 bigint,
  used_p1 bigint,
  used_p2 bigint
);
