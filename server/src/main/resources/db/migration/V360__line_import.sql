-- Module registry: imports of an operator's existing lines. What an import has done stands in the transaction that did it, so an
-- import that was killed goes on where it was.

create table line_import (
    id           uuid primary key,
    operator_id  uuid not null,
    file_sha256  text not null check (length(file_sha256) = 64),
    rows_done    bigint not null check (rows_done >= 0),
    imported     bigint not null,
    unchanged    bigint not null,
    refused      bigint not null,
    holders_made bigint not null,
    started_at   timestamptz not null,
    changed_at   timestamptz not null,
    finished_at  timestamptz
);
comment on column line_import.rows_done is 'Rows of the file that need no second look; the next one is read when the file comes again.';
create unique index line_import_under_way on line_import (operator_id, file_sha256) where finished_at is null;

-- What was wrong on which row; never what stood there. The counts are of all, the rows of the first ones.
create table line_import_fault (
    import_id   uuid not null references line_import,
    row_number  bigint not null,
    column_name text not null,
    code        text not null,
    primary key (import_id, row_number, column_name)
);

create table line_import_fault_count (
    import_id uuid not null references line_import,
    code      text not null,
    faults    bigint not null,
    primary key (import_id, code)
);
