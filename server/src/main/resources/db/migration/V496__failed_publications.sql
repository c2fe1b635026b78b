-- What a listener failed at, by listener and when it was last tried: of each its share is tried again, however long another's queue is.
create index event_publication_failed on event_publication (listener_id, (coalesce(last_resubmission_date, publication_date)))
    where status = 'FAILED';
