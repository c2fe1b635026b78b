-- Module access: people and programs that another issuer knows.

create table staff_external (
    subject_sha256 text primary key,
    staff_id       uuid not null unique references staff (id)
);
comment on table staff_external is 'Who signs in elsewhere: a digest of issuer and subject, so that the same person is the same here.';

alter table api_client add column external_id text unique;
comment on column api_client.external_id is 'Its client_id at the issuer beside ours, whose tokens it brings; it then has neither secret nor keys of ours.';
alter table api_client drop constraint api_client_check;
alter table api_client add constraint api_client_proof
    check (secret_hash is not null or key_set is not null or external_id is not null);
