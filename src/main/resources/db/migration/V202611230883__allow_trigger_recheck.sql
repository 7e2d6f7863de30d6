-- Checks after a consent have a reason of their own (ADR 022).
alter table verification drop constraint verification_trigger_ck;
alter table verification add constraint verification_trigger_ck
  check (trigger_kind in ('ONBOARDING', 'SECRET_REPLACED', 'CONSENT', 'ON_DEMAND', 'RECHECK', 'SCHEDULE'));
