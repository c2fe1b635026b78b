-- Cases that are over are found by when they ended: they go when a case's time is over.
create index remediation_case_over on remediation_case (changed_at) where phase in ('SETTLED', 'ENDED');
