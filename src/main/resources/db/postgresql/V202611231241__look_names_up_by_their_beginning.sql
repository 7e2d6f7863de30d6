-- Whatever the collation: "like 'ada%'" needs an index that compares characters.
drop index snapshot_user_name_ix;
create index snapshot_user_name_ix on snapshot_user (name_key varchar_pattern_ops, scan_id);
create index snapshot_user_upn_begin_ix on snapshot_user (upn_key varchar_pattern_ops, scan_id);
