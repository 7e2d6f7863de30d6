-- What an optional permission is used for; empty for those that should go.
alter table verification_excess add column used_for varchar(300) default '' not null;
