-- Module privacy: who agreed to what.

create table consent (
    application_id uuid primary key,
    operator_id    uuid not null,
    text_version   text not null,
    language       text not null,
    text_sha256    text not null,
    given_at       timestamptz not null
);
comment on table consent is
    'An applicant agreed to the face comparison of one application. Kept as proof after the evidence is gone.';
comment on column consent.text_sha256 is 'Hex SHA-256 of the very words that were shown.';
