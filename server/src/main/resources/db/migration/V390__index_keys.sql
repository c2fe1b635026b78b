-- Module registry: which key of the blind index made a digest, so that after a rotation all digests can be made anew and the old key
-- can go. A server of the last release goes on: what it writes does not tell its key, and the background work finds out.

alter table holder_index
    add column key_id text,
    add column sealed_source bytea,
    add column lost boolean not null default false;
comment on column holder_index.key_id is 'Which key of the index made the digest; null: one of before this was written down.';
comment on column holder_index.sealed_source is
    'What the digest is made of, sealed, where the holder''s details no longer tell: the number of a document that was renewed.';
comment on column holder_index.lost is 'Nothing tells any more what the digest is made of, so it stays as it is.';
create index holder_index_of_key on holder_index (key_id, lost);
