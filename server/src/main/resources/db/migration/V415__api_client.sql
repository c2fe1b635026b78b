-- Module access: programs that call the API with short tokens (OAuth 2.1, client credentials).

create table api_client (
    id          uuid primary key,
    operator_id uuid not null references operator (id),
    name        text not null,
    kind        text not null check (kind in ('OPERATOR', 'THIRD_PARTY')),
    scopes      text not null,
    secret_hash text,
    key_set     text,
    created_at  timestamptz not null,
    disabled_at timestamptz,
    check (secret_hash is not null or key_set is not null)
);
comment on column api_client.scopes is 'What its tokens may open, joined by spaces as in RFC 6749.';
comment on column api_client.secret_hash is 'Argon2id in the PHC string format.';
comment on column api_client.key_set is 'Public keys for private_key_jwt: a JWK set (RFC 7517) in JSON.';
create index api_client_of_operator on api_client (operator_id, created_at);

create table api_client_assertion (
    client_id  uuid not null references api_client (id) on delete cascade,
    jti_sha256 text not null,
    expires_at timestamptz not null,
    primary key (client_id, jti_sha256)
);
comment on table api_client_assertion is 'Assertions that were used, until they expire: each opens the door once.';
create index api_client_assertion_expiry on api_client_assertion (expires_at);

create table token_signing_key (
    id         uuid primary key,
    sealed_key bytea not null,
    created_at timestamptz not null
);
comment on table token_signing_key is 'Keys that sign access tokens; the newest signs, those before it check what they signed.';
