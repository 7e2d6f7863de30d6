-- Names first: H2 looks up a list of names only by an index that begins with them.
drop index snapshot_user_upn_ix;
create index snapshot_user_upn_ix on snapshot_user (upn_key, scan_id);
