-- Module mylines: sessions of persons who were just verified, and disputes about lines in their name.

create table holder_session (
    id            text primary key,
    secret_sha256 text not null,
    holder_id     uuid not null,
    opened_by     text not null check (opened_by in ('APPLICATION', 'PASSKEY')),
    verified_at   timestamptz not null,
    opened_at     timestamptz not null,
    last_used_at  timestamptz not null,
    ended_at      timestamptz
);
comment on table holder_session is 'The right of a person who was verified to see and settle what stands in their own name.';
create index holder_session_of_holder on holder_session (holder_id);

create table dispute (
    id              uuid primary key,
    operator_id     uuid not null,
    line_id         uuid not null,
    holding_id      uuid not null,
    holder_id       uuid not null,
    state           text not null check (state in ('OPEN', 'UPHELD', 'REJECTED', 'APPEALED', 'WITHDRAWN')),
    claim           text not null check (claim in ('NEVER_TOOK_IT', 'GAVE_IT_AWAY', 'WRONG_DETAILS')),
    opened_at       timestamptz not null,
    due_at          timestamptz not null,
    appeal_until    timestamptz,
    first_decision_by uuid,
    decided_by      uuid,
    decision        text,
    decided_at      timestamptz
);
comment on table dispute is 'Somebody who was verified says that a line in their name is not theirs.';
create unique index dispute_open on dispute (holding_id) where state in ('OPEN', 'APPEALED');
create index dispute_of_operator on dispute (operator_id, due_at);
create index dispute_of_holder on dispute (holder_id, opened_at desc);

create table dispute_hearing (
    id               uuid primary key references dispute, -- the dispute's own
    token_sha256     text not null unique,
    language         text not null,
    invited_at       timestamptz not null,
    expires_at       timestamptz not null,
    sealed_statement bytea,
    stated_at        timestamptz
);
comment on table dispute_hearing is 'Who uses the line is heard, without learning who complained. The words are sealed and go with the case.';

create table line_ending (
    id         uuid primary key,
    line_id    uuid not null,
    holder_id  uuid not null,
    ended_at   timestamptz not null,
    undo_until timestamptz not null,
    undone_at  timestamptz
);
comment on table line_ending is 'A holder ended a line of their own, and may take it back for some days.';
create index line_ending_of_holder on line_ending (holder_id, ended_at desc);
