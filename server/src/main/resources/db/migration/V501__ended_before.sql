-- Module registry: lines that the last release ended say why, too, so that one can be confirmed which a doubt ended.
update line set ended_cause = case remediation_case.doubt when 'HOLDER_DECEASED' then 'DECEASED' else 'DEACTIVATED' end
from remediation_case
where line.status = 'DEACTIVATED' and line.ended_cause is null and remediation_case.id = line.ended_by;

-- Module remediation: the last release left cases of lines that had ended otherwise. Each is woken, and finds that it is over: in an
-- hour, when no server of that release is there any more, which would find nothing to do.
insert into remediation_timer (task_name, task_instance, execution_time, picked, version)
select 'case', remediation_case.id || '@line-ended', now() + interval '1 hour', false, 1
from remediation_case join line on line.id = remediation_case.line_id
where phase not in ('DEACTIVATED', 'SETTLED', 'ENDED') and line.status not in ('UNVERIFIED', 'ACTIVE', 'LIMITED')
on conflict do nothing;
