-- Module application: the open request to a digital wallet. Nothing in this table describes a person.

create table wallet_request (
    application_id uuid primary key references application (id),
    request_sha256 text not null unique,
    sealed         bytea,
    issued_at      timestamptz not null,
    expires_at     timestamptz not null,
    answered_at    timestamptz,
    outcome        text,
    check ((answered_at is null) = (sealed is not null)),
    check ((answered_at is null) = (outcome is null))
);
comment on table wallet_request is 'The one request of an application to a wallet: answered once, or replaced by the next.';
comment on column wallet_request.request_sha256 is 'The address that the wallet asks is known to its bearer only.';
comment on column wallet_request.sealed is 'State, nonce and the ephemeral private key of the answer, sealed; gone with the answer.';
comment on column wallet_request.outcome is 'RECEIVED, or the code of the problem with the answer.';
