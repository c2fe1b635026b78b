-- Module audit: the Merkle tree over the log, and what was signed of it (docs/audit-log.md). Written behind the log, never by who appends to it.

-- Hashes of complete subtrees, of heights 8, 16, 24, ...; the leaves are made of audit_entry.hash.
create table audit_subtree (
    height smallint not null check (height > 0 and height % 8 = 0),
    place  bigint not null check (place >= 0),
    hash   bytea not null check (octet_length(hash) = 32),
    primary key (height, place)
);

-- How far the subtrees reach; whoever makes a checkpoint locks this row.
create table audit_tree (
    only_row boolean primary key default true check (only_row),
    leaves   bigint not null check (leaves >= 0 and leaves % 256 = 0)
);

insert into audit_tree (leaves) values (0);

create table audit_checkpoint (
    id   bigint generated always as identity primary key,
    size bigint not null check (size > 0),
    at   timestamptz not null,
    note text not null -- a C2SP signed note
);

create index audit_checkpoint_size on audit_checkpoint (size, id);

-- The public keys that signed, for whoever has the database and not the server.
create table audit_key (
    id    bigint generated always as identity primary key,
    since timestamptz not null,
    vkey  text not null unique
);

create trigger audit_subtree_is_append_only
    before update or delete or truncate on audit_subtree
    for each statement execute function audit_is_append_only();

create trigger audit_checkpoint_is_append_only
    before update or delete or truncate on audit_checkpoint
    for each statement execute function audit_is_append_only();

create trigger audit_key_is_append_only
    before update or delete or truncate on audit_key
    for each statement execute function audit_is_append_only();

create trigger audit_tree_stays
    before delete or truncate on audit_tree
    for each statement execute function audit_is_append_only();
