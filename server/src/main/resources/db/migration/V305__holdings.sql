-- Module registry: one person is one holder, whatever operator's lines they hold; holdings are intervals with causes; lines can
-- be unverified, limited and deactivated. Everything is wider than before, so a server of the last release works on.

-- A holder is a person or an organisation, known at every operator of this deployment.
alter table holder alter column operator_id drop not null;
alter table holder
    add column kind text not null default 'PERSON' check (kind in ('PERSON', 'ORGANISATION')),
    add column verified_at timestamptz, -- null: named by an import or another's word, and not verified
    add column representative_id uuid references holder,
    add column deceased_at timestamptz,
    add column erased_at timestamptz,
    add column merged_into uuid references holder;
update holder set verified_at = created_at;
comment on column holder.operator_id is 'The operator whose application made it; not used any more.';
comment on column holder.merged_into is 'It turned out to be this holder, whose holdings these are now.';
create index holder_of_representative on holder (representative_id) where representative_id is not null;

-- How a holder is found again: keyed hashes (HMAC-SHA-256) of what a document says, never of a face. The key is not in the database.
create table holder_index (
    value     text not null,
    holder_id uuid not null references holder,
    added_at  timestamptz not null,
    primary key (value, holder_id)
);
create index holder_index_of_holder on holder_index (holder_id);

alter table line drop constraint line_status_check;
alter table line drop constraint line_check;
alter table line alter column application_id drop not null;
alter table line
    add constraint line_status_check check (status in ('PENDING', 'UNVERIFIED', 'ACTIVE', 'LIMITED', 'DEACTIVATED')),
    -- No line is active without somebody who holds it. An unverified one may be in a name that nobody has verified.
    add constraint line_holding_check check (
        case status when 'ACTIVE' then holding_id is not null
                    when 'PENDING' then holding_id is null
                    when 'DEACTIVATED' then holding_id is null
                    else true end),
    add column quarantine_until timestamptz,
    add column ended_by uuid, -- the case that deactivated it
    add column ended_from text, -- what it was before, and who held it: for taking that back
    add column ended_holder_id uuid references holder;
comment on column line.quarantine_until is 'Until when the number of a deactivated line rests.';

alter table line_reservation add column reverify boolean not null default false;

alter table holding alter column application_id drop not null;
alter table holding
    add column verified_at timestamptz,
    add column cause text not null default 'APPLICATION'
        check (cause in ('APPLICATION', 'TRANSFER', 'INHERITANCE', 'REINSTATED', 'IMPORT')),
    add column cause_id uuid,
    add column end_cause text check (end_cause in (
        'ENDED_BY_HOLDER', 'DISPUTE_UPHELD', 'TRANSFERRED', 'DEACTIVATED', 'DECEASED', 'PORTED_OUT', 'REGISTERED_TO_ANOTHER')),
    add column machine boolean not null default false;
update holding set verified_at = held_from;
comment on column holding.verified_at is 'When its holder was last verified for this line; null for one that was only declared.';
comment on column holding.machine is 'For a machine, not a person who calls: counted apart from the limit per person.';
create index holding_of_holder on holding (holder_id) where held_until is null;
create index holding_of_line on holding (line_id, held_from);

-- Limits belong to the case that imposed them.
create table line_limit (
    line_id    uuid not null references line,
    case_id    uuid not null,
    limitation text not null check (limitation in ('VERIFICATION_CODES', 'OUTGOING', 'DATA', 'INCOMING')),
    since      timestamptz not null,
    primary key (line_id, case_id, limitation)
);

-- What a line is made of: SIM cards and their changes, where it ends. Intervals, like holdings.
create table line_equipment (
    id            uuid primary key,
    line_id       uuid not null references line,
    kind          text not null check (kind in ('ICCID', 'IMSI', 'EID', 'INSTALLATION_ADDRESS', 'CIRCUIT_ID')),
    sealed_value  bytea not null,
    present_from  timestamptz not null,
    present_until timestamptz,
    check (present_until > present_from)
);
create unique index line_equipment_current on line_equipment (line_id, kind) where present_until is null;

-- Who uses a line, where that is not its holder. Lending a line needs no permission; the holder stays accountable.
create table line_user (
    id           uuid primary key,
    line_id      uuid not null references line,
    holding_id   uuid not null references holding,
    kind         text not null check (kind in ('CHILD', 'EMPLOYEE', 'DEVICE', 'OTHER')),
    sealed_label bytea not null,
    uses_from    timestamptz not null,
    uses_until   timestamptz
);
create unique index line_user_current on line_user (line_id) where uses_until is null;

-- Handing a line over: both sides verified, and the operator may object.
create table line_transfer (
    id            uuid primary key,
    line_id       uuid not null references line,
    operator_id   uuid not null,
    kind          text not null check (kind in ('HANDOVER', 'INHERITANCE')),
    giver_id      uuid references holder,
    receiver_id   uuid references holder,
    holding_id    uuid not null references holding, -- what is handed over; if it ends otherwise, so does this
    token_sha256  text not null unique,
    state         text not null check (state in ('OFFERED', 'ACCEPTED', 'COMPLETED', 'VETOED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN')),
    veto_reason   text,
    offered_at    timestamptz not null,
    accepted_at   timestamptz,
    due_at        timestamptz not null, -- when the offer expires, or the time for a veto is over
    ended_at      timestamptz
);
create unique index line_transfer_open on line_transfer (line_id) where state in ('OFFERED', 'ACCEPTED');
create index line_transfer_due on line_transfer (due_at) where state in ('OFFERED', 'ACCEPTED');
create index line_transfer_of_operator on line_transfer (operator_id, offered_at desc);
