-- Module access: an operator's people, each with a token of their own.

create table staff (
    id            uuid primary key,
    operator_id   uuid not null references operator (id),
    name          text not null,
    roles         text not null,
    secret_sha256 text not null,
    created_at    timestamptz not null,
    left_at       timestamptz
);
comment on column staff.roles is 'Names of the closed list of roles, joined by commas.';
create index staff_of_operator on staff (operator_id, created_at);
