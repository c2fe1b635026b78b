-- Module exposure: what a holder lets others ask about a line of theirs, and what was told because of it.

create table disclosure_consent (
    id           uuid primary key,
    operator_id  uuid not null,
    client_id    uuid not null,
    client_name  text not null,
    line_id      uuid references line,
    holder_id    uuid references holder,
    scopes       text not null,
    purpose      text not null,
    state        text not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    requested_at timestamptz not null,
    decided_at   timestamptz,
    ends_at      timestamptz not null,
    check ((line_id is null) = (holder_id is null)),
    check ((state = 'REQUESTED') = (decided_at is null)),
    -- Who is not known to hold a line cannot have agreed.
    check (line_id is not null or state = 'REQUESTED')
);
comment on table disclosure_consent is 'One row for one wish to ask about one line. A number that is no line makes a row, too: the answer is the same.';
comment on column disclosure_consent.client_name is 'As the holder was shown it, whatever the client is called later.';
comment on column disclosure_consent.scopes is 'CAMARA scopes out of a closed list, joined by spaces as in OAuth.';
comment on column disclosure_consent.ends_at is 'Until when it can be answered, and once granted, until when it lasts.';
create unique index disclosure_consent_open on disclosure_consent (client_id, line_id) where state in ('REQUESTED', 'GRANTED');
create index disclosure_consent_of_holder on disclosure_consent (holder_id, requested_at desc);
create index disclosure_consent_of_client on disclosure_consent (client_id, requested_at desc);
create index disclosure_consent_over on disclosure_consent (ends_at);

create table disclosure (
    id         uuid primary key,
    consent_id uuid not null references disclosure_consent,
    scope      text not null,
    attributes text not null,
    told_at    timestamptz not null
);
comment on table disclosure is 'What was told to whom, without the values: they are in the registry alone.';
comment on column disclosure.attributes is 'Names of attributes such as nameMatch, joined by spaces.';
create index disclosure_of_consent on disclosure (consent_id, told_at desc);
