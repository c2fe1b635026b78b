-- Auditors read an operator's part of the log, and who looked at which case when (modules audit and review).

create index audit_entry_of_operator on audit_entry (operator_id, seq);
create index review_look_latest on review_look (allowed_at desc, id desc);
create index review_look_of_staff on review_look (staff_id, allowed_at desc, id desc);
