-- The chain finds a change; this stops an accident, and who has only the application's statements. H2 would need Java code.
create function audit_event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit events are added, never changed or removed';
end $$;
-- Events from before the chain get their link once.
create trigger audit_event_keep before update on audit_event for each row
  when (old.link is not null or (new.position, new.occurred_at, new.actor, new.action, new.tenant_id, new.outcome, new.detail)
    is distinct from (old.position, old.occurred_at, old.actor, old.action, old.tenant_id, old.outcome, old.detail))
  execute function audit_event_is_append_only();
create trigger audit_event_stay before delete or truncate on audit_event for each statement
  execute function audit_event_is_append_only();
