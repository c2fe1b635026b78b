-- Module provisioning: which of a line's changes its activation server was told last, so that nobody takes an earlier one for it.
alter table line_activation add column told_of timestamptz;
update line_activation set told_of = told_at;
comment on column line_activation.told_of is 'requested_at of what told_at was for; null: never told.';
