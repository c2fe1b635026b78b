-- Module access: who may call the API.

create table operator (
    id         uuid primary key,
    name       text not null,
    created_at timestamptz not null
);
comment on table operator is 'A telecom or internet provider: a tenant.';

create table operator_api_key (
    id            text primary key,
    operator_id   uuid not null references operator (id),
    secret_sha256 text not null,
    created_at    timestamptz not null,
    revoked_at    timestamptz
);
comment on column operator_api_key.secret_sha256 is
    'Hex SHA-256 of the secret part. The secret has 256 random bits, so no slow hash is needed: there is nothing to guess.';
create index operator_api_key_operator on operator_api_key (operator_id);
