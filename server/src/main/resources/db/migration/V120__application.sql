-- Module application: a request for a line, from consent to decision.

create table application (
    id                          uuid primary key,
    operator_id                 uuid not null,
    service                     text not null,
    line                        text not null,
    language                    text not null,
    state                       text not null,
    created_at                  timestamptz not null,
    updated_at                  timestamptz not null,
    expires_at                  timestamptz not null,
    attended_check_requested_at timestamptz,
    outcome                     text,
    reasons                     text,
    decided_at                  timestamptz,
    evidence_erased_at          timestamptz,
    check (state in ('CREATED', 'CONSENTED', 'SUBMITTED', 'VERIFIED', 'REFUSED', 'REVIEW', 'EXPIRED')),
    check ((outcome is null) = (decided_at is null))
);
comment on table application is 'One request for one line. It names no person: who applied is in the evidence, until it is erased.';
comment on column application.reasons is 'Names of the closed list of reasons, joined by commas.';
create index application_newest on application (operator_id, created_at desc);
create index application_unfinished on application (expires_at) where state in ('CREATED', 'CONSENTED');
create index application_undecided on application (updated_at) where state = 'SUBMITTED';
create index application_in_review on application (decided_at) where state = 'REVIEW';

create table evidence (
    application_id uuid not null references application (id),
    kind           text not null,
    sealed         bytea not null,
    received_at    timestamptz not null,
    primary key (application_id, kind),
    check (kind in ('DOCUMENT_IMAGE', 'DOCUMENT_QUALITY', 'DOCUMENT_FIELDS', 'SELFIE_IMAGE', 'SELFIE_QUALITY'))
);
comment on table evidence is 'What an applicant sent, until the decision: deleted in the transaction that records it.';
comment on column evidence.sealed is
    'AES-256-GCM by Tink, bound to application and kind. Pictures, typed fields and quality measures; never a template.';
-- Already encrypted, hence incompressible: trying to compress it only costs time.
alter table evidence alter column sealed set storage external;

create table capture_link (
    token_sha256   text primary key,
    application_id uuid not null references application (id),
    expires_at     timestamptz not null,
    used_at        timestamptz
);
comment on table capture_link is 'One-time links to the applicant. The token itself is known to its bearer only.';

create table capture_session (
    id             text primary key,
    secret_sha256  text not null,
    application_id uuid not null references application (id),
    operator_id    uuid not null,
    opened_at      timestamptz not null,
    last_used_at   timestamptz not null
);
comment on table capture_session is 'What a capture link was traded for: the right to fill in exactly one application.';

create table idempotency_key (
    operator_id     uuid not null,
    key             text not null,
    request_sha256  text not null,
    sealed_response bytea,
    created_at      timestamptz not null,
    primary key (operator_id, key)
);
comment on column idempotency_key.sealed_response is
    'The first answer, sealed because it holds the capture link, to be given again for the same key. No evidence.';
