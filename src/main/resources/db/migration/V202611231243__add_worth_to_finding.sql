-- The dearest come first: an order needs a value where the price is unknown, and an index needs a column.
alter table finding add column worth numeric(19, 4) default 0 not null;
update finding set worth = gross where gross is not null;
create index finding_worth_ix on finding (tenant_id, state, worth desc, id);
