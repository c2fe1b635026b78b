-- What operators are told, in order, to be read again from any place in it.

-- One row for each operator: whoever adds an event holds it until the commit, so that numbers become visible in their order.
create table operator_event_number (
    operator_id uuid primary key,
    last        bigint not null
);

create table operator_event (
    operator_id uuid not null,
    number      bigint not null, -- 1, 2, 3 ... of this operator, without gaps
    event_id    text not null, -- the same over retries and restarts
    type        text not null,
    body        text not null, -- the CloudEvent as it is sent
    created_at  timestamptz not null,
    primary key (operator_id, number),
    unique (operator_id, event_id)
);

create index operator_event_over on operator_event (created_at);
create index operator_event_since on operator_event (operator_id, created_at);
