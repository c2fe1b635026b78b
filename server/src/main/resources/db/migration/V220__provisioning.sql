-- Telling other systems what was decided: webhooks.

create table webhook_endpoint (
    id            uuid primary key,
    operator_id   uuid not null,
    url           text not null,
    description   text,
    event_types   text[], -- null: every type, also those of later versions
    sealed_secret bytea not null,
    created_at    timestamptz not null,
    disabled_at   timestamptz -- it answered 410 Gone
);

create index webhook_endpoint_of_operator on webhook_endpoint (operator_id, created_at);

-- One event for one endpoint.
create table webhook_delivery (
    id              bigint generated always as identity primary key,
    endpoint_id     uuid not null references webhook_endpoint on delete cascade,
    event_id        text not null, -- the same over retries and restarts, and for every endpoint
    type            text not null,
    body            text not null, -- made once, so that every attempt sends the same
    created_at      timestamptz not null,
    status          text not null check (status in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
    failures        int not null default 0,
    next_attempt_at timestamptz,
    lease           uuid, -- of the worker that is sending it
    leased_until    timestamptz, -- after that, the worker is taken for dead
    unique (endpoint_id, event_id),
    check ((status = 'PENDING') = (next_attempt_at is not null))
);

create index webhook_delivery_due on webhook_delivery (endpoint_id, next_attempt_at) where status = 'PENDING';

create table webhook_attempt (
    id              bigint generated always as identity primary key,
    delivery_id     bigint not null references webhook_delivery on delete cascade,
    at              timestamptz not null,
    duration_millis bigint not null,
    http_status     int,
    error           text,
    check ((http_status is null) <> (error is null))
);

create index webhook_attempt_of_delivery on webhook_attempt (delivery_id, id);
