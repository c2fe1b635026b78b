-- Module remediation: cases from doubt to settled, their notices, their campaigns, and the timer that all of it hangs on.

create table remediation_case (
    id               uuid primary key,
    operator_id      uuid not null,
    line_id          uuid not null,
    doubt            text not null check (doubt in (
        'DISPUTE_UPHELD', 'DOCUMENT_EXPIRED', 'DOCUMENT_REVOKED', 'DATA_ERRORS', 'HOLDER_DECEASED', 'CAMPAIGN')),
    cause_reference  text not null,
    campaign_id      uuid,
    language         text not null,
    terms            text not null,
    opened_at        timestamptz not null,
    phase            text not null check (phase in ('NOTICE_DUE', 'UNREACHED', 'NOTIFIED', 'LIMITED', 'AWAITING_DECISION',
        'APPEALED', 'DEACTIVATED', 'SETTLED', 'ENDED')),
    stage            int not null default 0,
    moment           timestamptz,
    shown_micros     bigint,
    decision_was_due boolean not null default false,
    quarantine_until timestamptz,
    settled_cause    text check (settled_cause in (
        'VERIFIED', 'APPEAL_GRANTED', 'ENDED_BY_HOLDER', 'WITHDRAWN', 'DOUBT_REMOVED')),
    extensions       text not null default '',
    appeals          int not null default 0,
    deciders         text not null default '',
    due_at           timestamptz,
    steps            int not null default 0,
    changed_at       timestamptz not null,
    token_sha256     text not null unique,
    sealed_contact   bytea,
    sealed_appeal    bytea,
    check ((phase = 'SETTLED') = (settled_cause is not null)),
    -- No clock runs while a person is to be reached, or to decide, or an appeal is open (promise 6).
    check (due_at is null or phase in ('NOTICE_DUE', 'NOTIFIED', 'LIMITED', 'DEACTIVATED'))
);
comment on column remediation_case.terms is 'The policy''s durations as they were when the case was opened, as YAML.';
comment on column remediation_case.moment is 'Since when notices are under way; when the clock showed zero; when the line ended.';
comment on column remediation_case.shown_micros is 'What the stopped clock shows.';
comment on column remediation_case.deciders is 'Ids of the people who decided in the case, joined by commas.';
create unique index remediation_case_open on remediation_case (line_id, doubt) where phase not in ('SETTLED', 'ENDED');
create index remediation_case_of_operator on remediation_case (operator_id, opened_at desc, id);
create index remediation_case_of_campaign on remediation_case (campaign_id) where campaign_id is not null;

-- Every step of every case: what happened, from where to where, and who did it. Never changed.
create table remediation_step (
    case_id    uuid not null references remediation_case,
    number     int not null,
    at         timestamptz not null,
    event      text not null,
    from_phase text,
    to_phase   text not null,
    stage      int not null,
    cause      text,
    actor      text not null check (actor in ('TIMER', 'OPERATOR', 'STAFF', 'PERSON', 'SERVER')),
    actor_id   uuid,
    primary key (case_id, number)
);

create table remediation_notice (
    id             uuid primary key,
    case_id        uuid not null references remediation_case,
    operator_id    uuid not null,
    kind           text not null,
    channel        text not null check (channel in ('SMS', 'EMAIL', 'LETTER')),
    status         text not null check (status in ('PENDING', 'WAITING', 'SENT', 'DELIVERED', 'FAILED')),
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    attempts       int not null default 0,
    error          text,
    sealed_message bytea -- gone once it is delivered or has failed for good
);
comment on column remediation_notice.status is 'WAITING: a letter that somebody has to post. DELIVERED is proof.';
create index remediation_notice_of_case on remediation_notice (case_id, created_at);
create index remediation_notice_letters on remediation_notice (operator_id, created_at) where status = 'WAITING';

create table remediation_campaign (
    id            uuid primary key,
    operator_id   uuid not null,
    name          text not null,
    service       text,
    status        text,
    verified_before timestamptz,
    pace          int not null check (pace > 0),
    capacity      int not null check (capacity > 0),
    state         text not null check (state in ('RUNNING', 'PAUSED', 'STOPPED', 'DONE')),
    lines         bigint not null,
    after_line    uuid,
    contacts      int not null default 0,
    ticks         int not null default 0,
    created_at    timestamptz not null
);
create index remediation_campaign_of_operator on remediation_campaign (operator_id, created_at desc);

-- The lines of a campaign that named them.
create table remediation_campaign_line (
    campaign_id uuid not null references remediation_campaign,
    line_id     uuid not null,
    primary key (campaign_id, line_id)
);

-- The table of db-scheduler, which is a name for work and a time. Which server works on what is seen from picked_by.
create table remediation_timer (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea, -- not used: a task carries an id alone
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index remediation_timer_due on remediation_timer (execution_time);
create index remediation_timer_heartbeat on remediation_timer (last_heartbeat);
