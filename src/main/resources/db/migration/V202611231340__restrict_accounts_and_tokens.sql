-- Whoever is restricted sees the tenants of a list alone, even when that list is empty (ADR 115).
alter table account add column restricted boolean default false not null;
alter table api_token add column restricted boolean default false not null;
