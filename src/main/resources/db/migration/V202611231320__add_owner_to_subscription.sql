-- Who bought it: a purchase of somebody else than the company's buyer went past the company.
alter table snapshot_subscription add column owner_id varchar(36);
