-- Whether this database is a sandbox's or a real one's. Written once, at the first start; a server in the other mode refuses to start
-- (docs/adr/0037). What was in use before there was a mark is real.
create table deployment_mark (
    only_row  boolean primary key default true check (only_row),
    sandbox   boolean not null,
    marked_at timestamptz not null default now()
);
comment on table deployment_mark is 'Whether this database is a sandbox''s; one row, written once.';

insert into deployment_mark (sandbox) select false where exists (select from operator);

create function deployment_mark_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the mark of a deployment is never changed';
end
$$;

create trigger deployment_mark_stays before update or delete or truncate on deployment_mark
    for each statement execute function deployment_mark_stays();
