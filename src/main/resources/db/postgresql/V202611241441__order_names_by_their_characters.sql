-- By code points, whatever the database's collation: sorted fast, and the beginning of a name is a range.
drop index snapshot_user_upn_begin_ix;
alter table snapshot_user
  alter column upn_key type varchar(320) collate "C",
  alter column name_key type varchar(320) collate "C";
alter table snapshot_principal_name alter column name_key type varchar(320) collate "C";
alter table snapshot_display_name alter column name_key type varchar(320) collate "C";
