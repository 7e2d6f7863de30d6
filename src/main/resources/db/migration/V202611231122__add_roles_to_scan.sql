-- The application roles that a scan's token held: only a role that came since makes another scan worthwhile.
alter table scan add column roles varchar(4000);
