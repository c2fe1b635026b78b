-- Module access: a person lets somebody's program ask about one line, by way of their browser (OAuth 2.1, authorization code).

alter table api_client add column redirect_uris text;
comment on column api_client.redirect_uris is 'Where browsers are sent back to, joined by spaces and compared exactly; null where it never sends any.';

create table oauth_request (
    handle_sha256  text primary key,
    operator_id    uuid not null references operator (id),
    client_id      uuid not null references api_client (id) on delete cascade,
    redirect_uri   text not null,
    client_state   text,
    nonce          text,
    scopes         text not null,
    code_challenge text not null,
    ends_at        timestamptz not null
);
comment on table oauth_request is 'What a browser brought and its person has not answered yet. It goes with the answer; nothing says whose browser it was.';
create index oauth_request_over on oauth_request (ends_at);
call isolate_by_operator('oauth_request');

create table oauth_grant (
    id               uuid primary key,
    operator_id      uuid not null references operator (id),
    client_id        uuid not null references api_client (id) on delete cascade,
    consent_id       uuid not null references disclosure_consent (id) on delete cascade,
    line_id          uuid not null,
    holder_id        uuid not null,
    by_network       boolean not null,
    agreed_at        timestamptz not null,
    scopes           text not null,
    redirect_uri     text not null,
    nonce            text,
    code_challenge   text not null,
    code_sha256      text not null unique,
    code_until       timestamptz not null,
    code_used_at     timestamptz,
    refresh_family   uuid not null unique,
    refresh_sha256   text,
    refresh_until    timestamptz,
    ended_at         timestamptz,
    over_at          timestamptz not null
);
comment on table oauth_grant is 'A code and the tokens that came of it. They are worth nothing without the consent, which is asked each time.';
comment on column oauth_grant.by_network is 'Whether the operator''s network vouched for the line, and not the person in their own lines.';
comment on column oauth_grant.refresh_family is 'Known from refresh tokens alone: whoever brings the family with a secret of before has a stolen one.';
create index oauth_grant_over on oauth_grant (over_at);
create index oauth_grant_of_consent on oauth_grant (consent_id);
call isolate_by_operator('oauth_grant', 'holder_id = (select seen_person())');
