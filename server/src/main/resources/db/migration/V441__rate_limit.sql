-- Module access: how often each caller has called of late. One row for each caller and limit, found by a keyed digest of who it is,
-- and deleted once it is full again and so says nothing any more. Bucket4j writes it.
create table rate_limit_bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint -- milliseconds since 1970
);
comment on table rate_limit_bucket is 'How many calls each caller has left; keyed digests, no address and no id.';

create index rate_limit_bucket_over on rate_limit_bucket (expires_at);
