-- A tenant signs in with a client secret or with a certificate's key (ADR 060).
alter table sealed_secret add column kind varchar(20) default 'CLIENT_SECRET' not null
  constraint sealed_secret_kind_ck check (kind in ('CLIENT_SECRET', 'CERTIFICATE'));
-- Three characters of a secret, or a certificate's thumbprint.
alter table sealed_secret alter column hint set data type varchar(40);
alter table sealed_secret add column certificate bytea;
-- Who looks for what expires soon must not read every tenant's row.
create index sealed_secret_expires_on_ix on sealed_secret (expires_on);
