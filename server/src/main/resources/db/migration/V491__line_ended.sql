-- Module remediation: a case is settled when its line ends otherwise. A server of the last release goes on writing, and cannot read such a case.

alter table remediation_case drop constraint remediation_case_settled_cause_check;
alter table remediation_case
    add constraint remediation_case_settled_cause_check check (
        settled_cause in ('VERIFIED', 'APPEAL_GRANTED', 'ENDED_BY_HOLDER', 'LINE_ENDED', 'WITHDRAWN', 'DOUBT_REMOVED'));
