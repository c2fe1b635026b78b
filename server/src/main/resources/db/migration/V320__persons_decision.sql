-- Module application: how people decided what a machine could not.

create table persons_decision (
    id             uuid primary key,
    application_id uuid not null references application (id),
    case_id        uuid not null,
    outcome        text not null check (outcome in ('VERIFIED', 'REFUSED', 'REVIEW')),
    attended       boolean not null,
    source         text not null,
    document       text,
    examined       text,
    strength       text,
    decided_at     timestamptz not null,
    -- What an agent attested is known exactly where an attended check verified.
    check ((document is not null) = (attended and outcome = 'VERIFIED')),
    check ((document is null) = (examined is null) and (document is null) = (strength is null))
);
comment on table persons_decision is 'Decisions of people. It names neither the applicant nor anything that the document says.';
comment on column persons_decision.case_id is 'The case of module review in which it was made.';
comment on column persons_decision.examined is 'How an agent examined the document: names of a closed list, joined by commas.';
create index persons_decision_latest on persons_decision (application_id, decided_at desc);
