-- People are looked for by the beginning of their name, whatever its case; older snapshots have the principal name alone.
alter table snapshot_user add column name_key varchar(320);
create index snapshot_user_name_ix on snapshot_user (name_key, scan_id);
-- A person's findings are found by the person.
create index finding_seat_user_ix on finding_seat (user_id, finding_id);
