-- A delivery that was given up is a dead letter, until it is delivered anew or dropped by the operator.

alter table webhook_delivery drop constraint webhook_delivery_status_check;
alter table webhook_delivery add constraint webhook_delivery_status_check
    check (status in ('PENDING', 'DELIVERED', 'GIVEN_UP', 'DROPPED'));

create index webhook_delivery_dead on webhook_delivery (endpoint_id, id) where status = 'GIVEN_UP';
