-- Module provisioning: an order has items, each with a line and an application of its own. The columns of the one item it had go.

create table service_order_item (
    order_id       uuid not null references service_order on delete cascade,
    place          int not null check (place >= 1), -- 1, 2, ... as they were ordered
    item_id        text not null, -- the operator's own, of at most 100 visible ASCII characters
    action         text not null check (action in ('ADD', 'MODIFY')),
    service        text not null,
    line           text not null, -- as in the table application, and kept less long
    application_id uuid not null,
    cancelled_at   timestamptz,
    primary key (order_id, place),
    unique (order_id, item_id)
);

insert into service_order_item (order_id, place, item_id, action, service, line, application_id, cancelled_at)
select id, 1, item_id, action, service, line, application_id, cancelled_at from service_order;

create index service_order_item_of_application on service_order_item (application_id);
create index service_order_item_of_line on service_order_item (line);
call isolate_by_parent('service_order_item', 'order_id', 'service_order');

alter table service_order
    drop column application_id,
    drop column item_id,
    drop column action,
    drop column service,
    drop column line,
    add column description text, -- the operator's own, as external_id
    -- Where it stood when it was last looked at, to tell that it changed and to find it by; how it stands is always worked out anew.
    add column state text not null default 'ACKNOWLEDGED',
    add column changes int not null default 0,
    add column looked_at timestamptz;

create index service_order_by_state on service_order (operator_id, state, ordered_at desc, id);
create index service_order_open on service_order (looked_at nulls first)
    where state in ('ACKNOWLEDGED', 'HELD', 'PENDING', 'IN_PROGRESS');
