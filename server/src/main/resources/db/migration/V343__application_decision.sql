-- Module application: every decision that was made, for the transparency report. A row of application keeps the last one only, so
-- a refusal that a person overturned could not be counted, and the figures of a past month would change.

create table application_decision (
    application_id uuid not null references application (id) on delete cascade,
    decided_at     timestamptz not null,
    operator_id    uuid not null,
    service        text, -- null where no line was asked for
    outcome        text not null check (outcome in ('VERIFIED', 'REFUSED', 'REVIEW')),
    reasons        text not null,
    attended       boolean not null,
    asked_at       timestamptz not null,
    primary key (application_id, decided_at)
);
comment on table application_decision is 'What was decided when, of nobody in particular: no line, no name. Goes with its application.';
comment on column application_decision.attended is 'Whether a check by a person had been asked for.';
comment on column application_decision.asked_at is 'When the application was made.';
create index application_decision_of_month on application_decision (operator_id, decided_at);

insert into application_decision (application_id, decided_at, operator_id, service, outcome, reasons, attended, asked_at)
select id, decided_at, operator_id, service, outcome, reasons, attended_check_requested_at is not null, created_at
from application where outcome is not null;
