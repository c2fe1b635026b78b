-- Module privacy: consents can be withdrawn, and every text that was ever shown stays readable.

alter table consent add column withdrawn_at timestamptz;
alter table consent add check (withdrawn_at >= given_at);
create index consent_given on consent (given_at);

create table consent_text (
    sha256      text primary key,
    version     text not null,
    language    text not null,
    content     text not null,
    shown_since timestamptz not null,
    unique (version, language)
);
comment on table consent_text is
    'Every consent text that a server has shown since this table exists, so that years later it can be read what was agreed to.';
comment on column consent_text.content is 'The text as JSON, as the API shows it. Not personal.';
