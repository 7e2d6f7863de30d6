-- A rotation asks for what is not yet under the new key, and whether the old one is unused.
create index sealed_secret_key_ix on sealed_secret (key_id, tenant_id);
