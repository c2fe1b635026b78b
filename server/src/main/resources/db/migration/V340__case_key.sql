-- A key for each case (crypto): destroying its row makes everything unreadable that was sealed with it.

create table case_key (
    case_kind   text not null check (case_kind ~ '^[a-z][a-z0-9-]{0,31}$'),
    case_id     uuid not null,
    wrapped_key bytea not null,
    key_id      text not null,
    created_at  timestamptz not null,
    primary key (case_kind, case_id)
);
comment on column case_key.wrapped_key is 'A Tink AES-256-GCM keyset, encrypted by the key service and bound to its case.';
comment on column case_key.key_id is 'Which key of the key service wrapped it, so that it can be wrapped again after a rotation.';
