-- Module review: cases that people decide, who looked at what and why, and what they found.

create table review_case (
    id               uuid primary key,
    event_id         uuid not null unique, -- of the wish for a review: heard twice, it opens one case
    operator_id      uuid not null,
    application_id   uuid,                 -- null for a seeded case, which is about nobody
    kind             text not null check (kind in ('PICTURES', 'ATTENDED')),
    reasons          text not null,
    skill            text not null,
    stage            text not null check (stage in ('OPEN', 'AWAITING_SECOND', 'DISPUTED', 'DECIDED', 'WITHDRAWN')),
    opened_at        timestamptz not null,
    due_at           timestamptz not null,
    locked_by        uuid,
    locked_until     timestamptz,
    lock_by_code     boolean not null default false,
    assigned_to      uuid,
    appointment_code text,
    outcome          text check (outcome in ('VERIFIED', 'REFUSED', 'ATTENDED')),
    closed_at        timestamptz,
    check ((locked_by is null) = (locked_until is null)),
    check ((stage in ('DECIDED', 'WITHDRAWN')) = (closed_at is not null)),
    check ((stage = 'DECIDED') = (outcome is not null)),
    -- A seeded case has nobody to attend.
    check (application_id is not null or (kind = 'PICTURES' and appointment_code is null))
);
comment on table review_case is 'A question for a person. It names nobody: who it is about stays with the application.';
comment on column review_case.reasons is 'Names of the closed list of reasons, joined by commas.';
comment on column review_case.appointment_code is
    'What the applicant says to an agent. It opens nothing without an agent''s own token, and ends with the case.';
create unique index review_case_one_open on review_case (application_id)
    where stage not in ('DECIDED', 'WITHDRAWN');
create unique index review_case_code on review_case (operator_id, appointment_code)
    where stage not in ('DECIDED', 'WITHDRAWN');
create index review_case_queue on review_case (operator_id, due_at)
    where stage not in ('DECIDED', 'WITHDRAWN');
create index review_case_of_application on review_case (application_id);

create table review_opinion (
    id                 uuid primary key,
    case_id            uuid not null references review_case (id),
    staff_id           uuid not null,
    code               text not null,
    attended           boolean not null,
    sealed_attestation bytea,
    given_at           timestamptz not null,
    voided_at          timestamptz
);
comment on table review_opinion is 'What each person found, independently of the others.';
comment on column review_opinion.sealed_attestation is
    'What an agent typed, sealed, until a second agent has found the same; erased with the decision.';
comment on column review_opinion.voided_at is 'When the case began anew, because the pictures are gone.';
create unique index review_opinion_once on review_opinion (case_id, staff_id) where voided_at is null;

create table review_look (
    id        uuid primary key,
    case_id   uuid not null references review_case (id),
    staff_id  uuid not null,
    reason    text not null,
    allowed_at timestamptz not null,
    until     timestamptz not null
);
comment on table review_look is 'Who was allowed to look at a case''s evidence, why and until when (promise 5).';
create index review_look_of_case on review_look (case_id, staff_id, until);

create table review_skill (
    operator_id uuid not null,
    staff_id    uuid not null,
    skills      text not null,
    set_at      timestamptz not null,
    primary key (operator_id, staff_id)
);
comment on table review_skill is 'What somebody was trained for, names joined by commas. Who is not in it takes any case.';

create table review_code_failure (
    staff_id  uuid not null,
    failed_at timestamptz not null
);
comment on table review_code_failure is 'Appointment codes that an agent got wrong, so that nobody tries them out.';
create index review_code_failure_recent on review_code_failure (staff_id, failed_at);

create table review_seed (
    case_id uuid primary key references review_case (id),
    truth   text not null
);
comment on table review_seed is 'Cases about nobody, whose right decision is known: how well do reviewers agree?';

create table review_seed_evidence (
    case_id uuid not null references review_case (id),
    piece   text not null check (piece in ('EVIDENCE', 'DOCUMENT', 'SELFIE', 'DOCUMENT_FRONT', 'DOCUMENT_BACK')),
    sealed  bytea not null,
    primary key (case_id, piece)
);
comment on table review_seed_evidence is 'Drawn pictures and made-up fields of a seeded case, deleted with its decision.';
alter table review_seed_evidence alter column sealed set storage external;
