-- Module remediation: the cases that need a person are read by phase, the oldest first, however many others there are.

create index remediation_case_needs_person on remediation_case (operator_id, phase, opened_at, id)
    where phase in ('APPEALED', 'AWAITING_DECISION', 'UNREACHED');
