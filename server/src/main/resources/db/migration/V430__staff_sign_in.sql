-- Module access: how an operator's people sign in by themselves, and the sessions that this opens.

alter table staff alter column secret_sha256 drop not null;
comment on column staff.secret_sha256 is 'Of a token, for a program that acts as this person; null for who only signs in.';

create table staff_account (
    staff_id      uuid primary key references staff (id),
    number        text not null unique,
    password_hash text,
    sealed_totp   bytea,
    last_step     bigint not null default 0,
    created_at    timestamptz not null,
    set_up_at     timestamptz,
    check ((password_hash is null) = (set_up_at is null)),
    check ((sealed_totp is null) = (set_up_at is null))
);
comment on table staff_account is 'Two factors of a person of the staff: what they know, and a device that they have.';
comment on column staff_account.number is 'What they sign in with: drawn, so that nobody guesses it and it names nobody.';
comment on column staff_account.password_hash is 'Argon2id in the PHC string format.';
comment on column staff_account.last_step is 'The time step (RFC 6238) of the last code that was used: it and those before open nothing.';

create table staff_invitation (
    token_hash   text primary key,
    staff_id     uuid not null references staff_account (staff_id),
    sealed_totp  bytea not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null
);
comment on table staff_invitation is 'One-time links in which somebody chooses a password and sets up their device.';
create index staff_invitation_of_staff on staff_invitation (staff_id);

create table staff_recovery_code (
    staff_id    uuid not null references staff_account (staff_id),
    code_sha256 text not null,
    used_at     timestamptz,
    primary key (staff_id, code_sha256)
);
comment on table staff_recovery_code is 'Codes on paper, each good once in the place of the device. 80 random bits each.';

create table staff_session (
    id            uuid primary key,
    staff_id      uuid not null references staff (id),
    secret_sha256 text not null,
    browser       text not null,
    opened_at     timestamptz not null,
    last_used_at  timestamptz not null,
    ended_at      timestamptz
);
comment on column staff_session.browser is 'Kind of browser and system out of closed lists, so that people recognise their own sessions.';
create index staff_session_of_staff on staff_session (staff_id, opened_at desc);

create table sign_in_attempt (
    subject_index text primary key,
    failures      integer not null,
    paused_until  timestamptz not null,
    last_at       timestamptz not null
);
comment on table sign_in_attempt is 'Failed sign-ins by number and by address, both as keyed digests; forgotten after a day.';
create index sign_in_attempt_age on sign_in_attempt (last_at);
