-- What is wrong in a stable word, and where in the portal it is put right. Null in rows from before.
alter table verification add column failure_slug varchar(60);
alter table verification add column failure_remedy_link varchar(1000);
