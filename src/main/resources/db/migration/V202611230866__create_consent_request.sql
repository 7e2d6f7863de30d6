-- A question to Microsoft whether an admin consents, until its one answer comes back (ADR 067).
create table consent_request (
  state varchar(64) not null constraint consent_request_pk primary key,
  tenant_id varchar(36) not null,
  application_id varchar(36) not null,
  asked_by varchar(200) not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create index consent_request_expires_ix on consent_request (expires_at);
create index consent_request_asked_ix on consent_request (asked_by, tenant_id);
