-- RADIUS: who may ask, who is told, and what is still to be told. Nothing here says when a line was used, or where.

-- The operators' RADIUS servers, which ask whether lines may be on.
create table radius_server (
    id            uuid primary key,
    operator_id   uuid not null,
    name          text not null,
    secret_sha256 text not null,
    created_at    timestamptz not null
);

create index radius_server_of_operator on radius_server (operator_id, created_at);

-- The operators' access servers, which are told when that changes (RFC 5176).
create table access_server (
    id            uuid primary key,
    operator_id   uuid not null,
    address       text not null, -- IPv4 or IPv6
    port          int not null check (port between 1 and 65535),
    means         text not null check (means in ('DISCONNECT', 'COA')),
    sealed_secret bytea not null,
    created_at    timestamptz not null,
    unique (operator_id, address, port)
);

-- What was last told of a line, so that a change that changes nothing for its sessions ends none.
create table line_access (
    line_id uuid primary key,
    state   text not null check (state in ('PENDING', 'UNVERIFIED', 'ACTIVE', 'LIMITED', 'DEACTIVATED'))
);

-- One line of which one access server is to be told. What it is told is looked up when it is told, so the last change wins;
-- once it is told, the row is gone, and with it whether there was a session.
create table access_notice (
    access_server_id uuid not null references access_server on delete cascade,
    line_id          uuid not null,
    version          int not null default 1, -- counts changes, so that one that comes while the former is told is not lost
    requested_at     timestamptz not null,
    failures         int not null default 0,
    failure          text, -- of the last attempt
    next_attempt_at  timestamptz, -- null: given up
    lease            uuid, -- of the worker that is telling it
    leased_until     timestamptz, -- after that, the worker is taken for dead
    primary key (access_server_id, line_id)
);

create index access_notice_due on access_notice (access_server_id, next_attempt_at) where next_attempt_at is not null;
