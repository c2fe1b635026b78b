-- Module application: the active challenge, and how often it may be tried. Nothing in these tables describes a face.

create table capture_challenge (
    application_id uuid primary key references application (id),
    nonce_sha256   text not null,
    movements      text not null,
    issued_at      timestamptz not null,
    expires_at     timestamptz not null
);
comment on table capture_challenge is 'The one open challenge of an application: answered once, or replaced by the next.';
comment on column capture_challenge.movements is 'Names of the closed list of movements, joined by commas.';

create table capture_attempt (
    id             bigint generated always as identity primary key,
    application_id uuid not null references application (id),
    begun_at       timestamptz not null
);
comment on table capture_attempt is
    'Challenges that were drawn and not passed, and selfies that were sent back: too many in a short time lead to a pause.';
create index capture_attempt_recent on capture_attempt (application_id, begun_at);

create table capture_pause (
    application_id uuid primary key references application (id),
    until          timestamptz not null
);
comment on table capture_pause is 'Until when an application takes no more attempts by machine; the check by a person stays open.';

-- One kind more: what the challenge found, as codes. Wider than before, so a server of the last release works on.
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check check (kind in (
    'DOCUMENT_IMAGE', 'DOCUMENT_QUALITY', 'DOCUMENT_FIELDS', 'SELFIE_IMAGE', 'SELFIE_QUALITY', 'SELFIE_CHALLENGE'));
