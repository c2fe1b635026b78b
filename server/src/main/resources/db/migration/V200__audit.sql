-- The audit log: append-only, and hash-linked from its first entry (docs/audit-log.md says what is hashed).

create table audit_entry (
    seq           bigint primary key check (seq > 0),
    at            timestamptz not null,
    operator_id   uuid,
    type          text not null,
    subject_id    text not null,
    details       text not null, -- canonical JSON (RFC 8785); text, because the very characters are hashed
    previous_hash bytea not null check (octet_length(previous_hash) = 32),
    hash          bytea not null check (octet_length(hash) = 32)
);

-- Where the log ends: who appends locks this row, so that places have no gaps and links no forks. It also makes a log that
-- lost its last entries differ from one that never had them.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    seq      bigint not null,
    hash     bytea not null check (octet_length(hash) = 32)
);

insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create function audit_is_append_only() returns trigger language plpgsql as
$$
begin
    raise exception 'The audit log is append-only: % of % refused', tg_op, tg_table_name;
end
$$;

create trigger audit_entry_is_append_only
    before update or delete or truncate on audit_entry
    for each statement execute function audit_is_append_only();

create trigger audit_head_stays
    before delete or truncate on audit_head
    for each statement execute function audit_is_append_only();

create function audit_head_moves_by_one() returns trigger language plpgsql as
$$
begin
    if new.seq <> old.seq + 1 then
        raise exception 'The head of the audit log moves from % to % only, not to %', old.seq, old.seq + 1, new.seq;
    end if;
    return new;
end
$$;

create trigger audit_head_moves_by_one
    before update on audit_head
    for each row execute function audit_head_moves_by_one();
