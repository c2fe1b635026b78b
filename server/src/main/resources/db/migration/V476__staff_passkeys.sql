-- Module access: passkeys of the operators' people, beside or in the place of an authenticator app.

create table staff_passkey (
    credential_id text primary key,
    staff_id      uuid not null references staff_account (staff_id),
    public_key    bytea not null,
    attestation   bytea not null,
    sign_count    bigint not null,
    transports    text not null,
    backup_eligible boolean not null,
    backed_up     boolean not null,
    label         text not null,
    created_at    timestamptz not null,
    last_used_at  timestamptz not null
);
comment on table staff_passkey is 'A key that stays in the device of one of the staff. Whatever unlocks it there never leaves the device.';
create index staff_passkey_of_staff on staff_passkey (staff_id);

create table staff_passkey_ceremony (
    id         uuid primary key,
    staff_id   uuid references staff_account (staff_id), -- null for one that signs somebody in, who is not known yet
    challenge  text not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index staff_passkey_ceremony_age on staff_passkey_ceremony (expires_at);

call isolate_by_parent('staff_passkey', 'staff_id', 'staff');
call isolate_by_parent('staff_passkey_ceremony', 'staff_id', 'staff');

-- An account is set up with an app, a passkey, or both.
alter table staff_account drop constraint staff_account_check1;
alter table staff_account add constraint staff_account_app check (sealed_totp is null or set_up_at is not null);

alter table staff_session add column proven_at timestamptz;
comment on column staff_session.proven_at is 'When its person last showed again who they are; for some minutes they may then change with what they sign in.';
