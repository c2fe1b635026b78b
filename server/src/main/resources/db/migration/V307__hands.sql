-- Module registry: how lines change hands. Wider than before, so a server of the last release works on.

-- An organisation can hold lines once a person has confirmed that its representative may act for it. Each operator's staff confirm
-- for their own operator, whose id the column operator_id holds again, for organisations alone.
alter table holder
    add column organisation_state text check (organisation_state in ('PENDING', 'CONFIRMED', 'REFUSED')),
    add column organisation_reason text, -- why it was refused
    add column decided_at timestamptz,
    add constraint holder_organisation_check check (
        kind = 'PERSON' and organisation_state is null
        or kind = 'ORGANISATION' and organisation_state is not null and operator_id is not null
            and representative_id is not null);
comment on column holder.operator_id is 'Of an organisation: whose staff confirm its representative. Of a person: not used any more.';
create index holder_of_operator on holder (operator_id, created_at) where kind = 'ORGANISATION';

create index line_transfer_of_giver on line_transfer (giver_id, offered_at desc);
create index line_transfer_of_receiver on line_transfer (receiver_id, offered_at desc);

-- Numbers that went to another operator.
create table line_port (
    id          uuid primary key,
    line_id     uuid not null references line,
    operator_id uuid not null,
    reference   text not null, -- the operator's own, of its order
    ported_at   timestamptz not null
);
create index line_port_of_line on line_port (line_id, ported_at desc);
