-- Staff's ways in, orders and activations are each operator's own (record 34). sign_in_attempt is nobody's: keyed digests and counts.
call isolate_by_parent('staff_account', 'staff_id', 'staff');
call isolate_by_parent('staff_invitation', 'staff_id', 'staff');
call isolate_by_parent('staff_recovery_code', 'staff_id', 'staff');
call isolate_by_parent('staff_session', 'staff_id', 'staff');
call isolate_by_parent('staff_external', 'staff_id', 'staff');
call isolate_by_operator('service_order');
call isolate_by_operator('line_activation');
