-- Module remediation: reminders before each stage, letters as the last resort, people whose language is not known, campaigns that
-- stop bit by bit.

alter table remediation_case
    add column reminded int not null default 0,
    alter column language drop not null;
comment on column remediation_case.reminded is 'How many reminders of the next stage there were.';
comment on column remediation_case.language is 'In which the person is told; null where it is not known: in every language.';
comment on column remediation_case.due_at is 'When the next alarm rings: a reminder''s or the next stage''s.';

alter table remediation_notice add column step int not null default 0;
comment on column remediation_notice.step is 'The number of the step that it tells of, so that it is known which notices tell the same.';

alter table remediation_campaign add column language text;
alter table remediation_campaign drop constraint remediation_campaign_state_check;
alter table remediation_campaign add constraint remediation_campaign_state_check
    check (state in ('RUNNING', 'PAUSED', 'STOPPING', 'STOPPED', 'DONE'));

-- A campaign that is stopped goes through its open cases, and no others.
create index remediation_case_open_of_campaign on remediation_case (campaign_id, id)
    where campaign_id is not null and phase not in ('SETTLED', 'ENDED');

-- The hour at which a running campaign asks its next lines, so that an alarm from before a pause finds nothing to do.
alter table remediation_campaign add column next_beat timestamptz;
