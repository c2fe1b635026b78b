-- Module remediation: a case is settled when its line ends otherwise. Wider than before, so a server of the last release works on.

alter table remediation_case drop constraint remediation_case_settled_cause_check;
alter table remediation_case
    add constraint remediation_case_settled_cause_check check (
        settled_cause in ('VERIFIED', 'APPEAL_GRANTED', 'ENDED_BY_HOLDER', 'LINE_ENDED', 'WITHDRAWN', 'DOUBT_REMOVED'));
