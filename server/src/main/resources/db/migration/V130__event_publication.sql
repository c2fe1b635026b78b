-- Spring Modulith 2.1's event publication registry (its schema "v2" for PostgreSQL, and the archive of completed ones is not
-- used: a completed publication is deleted). An event is stored in the transaction that publishes it and stays until its
-- listener has succeeded, so nothing is lost when the process dies in between.

create table event_publication (
    id                     uuid not null primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event_hash_idx on event_publication using hash (serialized_event);
create index event_publication_by_completion_date_idx on event_publication (completion_date);
