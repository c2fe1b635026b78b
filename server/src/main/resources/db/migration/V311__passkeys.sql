-- Module mylines: passkeys (WebAuthn), by which a person who was verified once comes back without showing their face again.

create table passkey (
    credential_id text primary key,
    holder_id     uuid not null,
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
comment on table passkey is 'A key that stays in the person''s device. Whatever unlocks it there, a finger or a face, never leaves the device.';
create index passkey_of_holder on passkey (holder_id);

create table passkey_ceremony (
    id         uuid primary key,
    holder_id  uuid, -- null for one that signs somebody in, who is not known yet
    challenge  text not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
