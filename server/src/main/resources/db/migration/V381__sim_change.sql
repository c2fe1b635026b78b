-- Modules application and registry: another SIM for a line in somebody's name, for which its holder is verified first.
-- Wider than before, so a server of the last release works on.

alter table application drop constraint application_purpose_check;
alter table application
    add constraint application_purpose_check check (purpose in ('NEW_LINE', 'REVERIFY', 'MY_LINES', 'SIM_CHANGE'));

create table sim_change (
    id           uuid primary key, -- the application's, in which the holder is verified for it
    line_id      uuid not null references line,
    kind         text not null check (kind in ('ICCID', 'EID')),
    sealed_value bytea not null,
    asked_at     timestamptz not null,
    holding_id   uuid references holding, -- whose holder was verified; another holder's word would not do
    verified_at  timestamptz,
    used_at      timestamptz,
    check ((verified_at is null) = (holding_id is null)),
    check (used_at is null or verified_at is not null)
);
comment on table sim_change is 'A SIM that a line is to get: asked for, verified by who holds the line, and then made, once.';
create index sim_change_of_line on sim_change (line_id, verified_at) where verified_at is not null;
create index sim_change_by_age on sim_change (asked_at);
