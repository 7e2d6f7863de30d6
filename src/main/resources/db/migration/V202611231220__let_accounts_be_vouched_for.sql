-- Whom an identity provider vouches for has no password here, and is known by issuer and subject (ADR 100).
alter table account alter column password_hash drop not null;
alter table account add column issuer varchar(500);
alter table account add column subject varchar(255);
alter table account add constraint account_identity_uk unique (issuer, subject);
alter table account add constraint account_way_in_ck check ((password_hash is not null or issuer is not null) and (issuer is null) = (subject is null));
