-- A removed tenant goes at once; the millions of rows of its snapshots go little by little, and belong to nobody meanwhile (ADR 077).
alter table scan alter column tenant_id drop not null;
