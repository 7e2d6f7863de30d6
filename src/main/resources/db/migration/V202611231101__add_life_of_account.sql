-- A password that an administrator had made works once and for a day; sessions from before this time are over (ADR 078).
alter table account add column one_time_until timestamp with time zone;
alter table account add column sessions_from timestamp with time zone;
