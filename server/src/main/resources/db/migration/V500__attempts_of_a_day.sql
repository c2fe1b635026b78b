-- Module application: an attempt stays counted after a pause and after a success, so that whoever takes their time with many is bounded, too.
-- A server of before deletes these rows instead, and so begins the day's count anew.

alter table capture_attempt add column towards_pause boolean not null default true;
comment on column capture_attempt.towards_pause is
    'Whether it counts towards the next pause: no more after one, and after a success. Within a day every row counts.';
