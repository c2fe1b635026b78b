-- Who holds which line since when.

create table line (
    id             uuid primary key,
    operator_id    uuid not null,
    service        text not null check (service in ('MOBILE', 'FIXED', 'INTERNET')),
    identifier     text not null, -- normalised: E.164, or a network access identifier (RFC 7542)
    status         text not null check (status in ('PENDING', 'ACTIVE')),
    since          timestamptz not null,
    application_id uuid not null,
    holding_id     uuid,
    -- One row for one line of an operator. Not across operators: numbers are ported, and nobody may block another's line.
    unique (operator_id, identifier),
    -- No line is active without somebody who holds it.
    check ((status = 'ACTIVE') = (holding_id is not null))
);

create index line_latest on line (operator_id, since desc, id);

-- Which application asks for which line. Several may ask for one line; the first that is verified gets it.
create table line_reservation (
    application_id uuid primary key,
    line_id        uuid not null references line,
    operator_id    uuid not null,
    reserved_at    timestamptz not null,
    released_at    timestamptz
);

create table holder (
    id             uuid primary key,
    operator_id    uuid not null,
    sealed_details bytea not null, -- names, document number and birth date as JSON, encrypted for this row alone
    created_at     timestamptz not null
);

create table holding (
    id             uuid primary key,
    line_id        uuid not null references line,
    holder_id      uuid not null references holder,
    application_id uuid not null unique, -- an application gives a line to somebody once
    held_from      timestamptz not null,
    held_until     timestamptz,
    check (held_until > held_from)
);

-- One line, one holder at a time.
create unique index holding_current on holding (line_id) where held_until is null;

alter table line add foreign key (holding_id) references holding;
