-- Module application: what an application is for, and whom a decision verified. Wider than before, so a server of the last release works on.
alter table application alter column service drop not null;
alter table application alter column line drop not null;
alter table application
    add column purpose text not null default 'NEW_LINE' check (purpose in ('NEW_LINE', 'REVERIFY', 'MY_LINES')),
    add column holder_id uuid,
    add constraint application_line_check check ((purpose = 'MY_LINES') = (line is null)),
    add constraint application_service_check check ((service is null) = (line is null));
comment on column application.purpose is
    'A line that is asked for; a line whose holder stands for it again; or no line, but the right to see what is in one''s name.';
comment on column application.holder_id is 'The registry''s holder whom the decision verified; no person is named here.';
create index application_of_holder on application (holder_id) where holder_id is not null;
