-- Module registry: a transfer that a rule stopped at its completion, and numbers that came from another operator.
-- Wider than before, so a server of the last release works on.

alter table line_transfer drop constraint line_transfer_state_check;
alter table line_transfer
    add constraint line_transfer_state_check check (
        state in ('OFFERED', 'ACCEPTED', 'COMPLETED', 'VETOED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN', 'REFUSED')),
    add column refusal text,
    add constraint line_transfer_refusal_check check ((state = 'REFUSED') = (refusal is not null));
comment on column line_transfer.refusal is 'The rule that stopped it when both sides and the operator were done; of a closed list.';

alter table holding drop constraint holding_cause_check;
alter table holding
    add constraint holding_cause_check check (
        cause in ('APPLICATION', 'TRANSFER', 'INHERITANCE', 'REINSTATED', 'IMPORT', 'PORTED_IN'));

alter table line_port
    add column direction text not null default 'OUT' check (direction in ('IN', 'OUT')),
    add column other_operator text, -- where the number came from, as people call that operator
    add column noted_at timestamptz,
    add constraint line_port_from_check check (
        direction = 'OUT' or (other_operator is not null and noted_at is not null));
comment on column line_port.ported_at is 'When the number went, or came.';
