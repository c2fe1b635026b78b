-- What is under way, which are few rows at any time: each receiver, and each operator, has its share of them.
create index webhook_delivery_leased on webhook_delivery (leased_until) where leased_until is not null;
create index access_notice_leased on access_notice (leased_until) where leased_until is not null;
create index line_activation_leased on line_activation (leased_until) where leased_until is not null;

-- Each operator's own, in the order in which they are due.
create index line_activation_due_of_operator on line_activation (operator_id, next_attempt_at) where next_attempt_at is not null;
drop index line_activation_due;
