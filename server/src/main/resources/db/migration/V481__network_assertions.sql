-- Module access: the operator's own gateway says from which line a browser comes, with a signature.

create table network_key (
    operator_id uuid primary key references operator (id),
    key_set     text not null,
    set_at      timestamptz not null
);
comment on column network_key.key_set is 'Public keys that sign for the operator''s access network: a JWK set (RFC 7517) in JSON.';
call isolate_by_operator('network_key');

create table network_assertion (
    operator_id uuid not null references operator (id),
    jti_sha256  text not null,
    expires_at  timestamptz not null,
    primary key (operator_id, jti_sha256)
);
comment on table network_assertion is 'Assertions that were used, until they expire. Neither the line nor anything of the connection is kept.';
create index network_assertion_expiry on network_assertion (expires_at);
call isolate_by_operator('network_assertion');
