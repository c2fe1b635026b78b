-- Module registry: an end that is taken back leaves a line as it was, with the limits that other cases had put on it.
alter table line add column ended_cause text check (ended_cause in (
    'ENDED_BY_HOLDER', 'DISPUTE_UPHELD', 'TRANSFERRED', 'DEACTIVATED', 'DECEASED', 'PORTED_OUT', 'REGISTERED_TO_ANOTHER'));
alter table line_limit add column set_aside_by uuid;
comment on column line_limit.set_aside_by is 'The case that ended the line: the limit holds again when that is taken back.';
