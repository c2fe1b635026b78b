-- Module audit: who else saw the log as it was signed (C2SP tlog-cosignature; docs/audit-log.md).

create table audit_cosignature (
    size    bigint not null check (size > 0),
    witness text not null, -- the witness's public key
    at      timestamptz not null,
    line    text not null,
    primary key (size, witness)
);
comment on table audit_cosignature is 'Signatures of witnesses under the checkpoint of that size, each a line of its note.';
create index audit_cosignature_newest on audit_cosignature (witness, size desc);

create trigger audit_cosignature_is_append_only
    before update or delete or truncate on audit_cosignature
    for each statement execute function audit_is_append_only();
