-- Module provisioning: orders in the form of TM Forum's TMF641, and what an operator's activation server (TMF640) is to be told.

-- Where an order stands is not kept: it is where its application and its line stand.
create table service_order (
    id                  uuid primary key,
    operator_id         uuid not null,
    application_id      uuid not null,
    external_id         text, -- the operator's own, of at most 100 visible ASCII characters
    item_id             text not null, -- likewise
    action              text not null check (action in ('ADD', 'MODIFY')),
    service             text not null,
    line                text not null, -- as in the table application, and kept less long
    ordered_at          timestamptz not null,
    cancelled_at        timestamptz,
    cancellation_id     uuid unique,
    cancellation_reason text, -- likewise, as external_id
    check ((cancelled_at is null) = (cancellation_id is null))
);

create index service_order_of_operator on service_order (operator_id, ordered_at desc, id);
create index service_order_old on service_order (ordered_at);

-- One line of which its operator's activation server is told. What it is told is looked up when it is told, so the last change wins.
create table line_activation (
    line_id         uuid primary key,
    operator_id     uuid not null,
    version         int not null default 1, -- counts changes, so that one that comes while the former is told is not lost
    requested_at    timestamptz not null,
    told_at         timestamptz, -- when the server last stood as the line does; null: never
    failures        int not null default 0,
    failure         text, -- of the last attempt; null once it is told
    next_attempt_at timestamptz, -- null: told, or given up where there is a failure
    lease           uuid,
    leased_until    timestamptz
);

create index line_activation_due on line_activation (next_attempt_at) where next_attempt_at is not null;
create index line_activation_of_operator on line_activation (operator_id, requested_at);
