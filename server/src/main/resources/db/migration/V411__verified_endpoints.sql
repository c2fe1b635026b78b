-- An endpoint is told events once it has answered a challenge; its secret can be changed with a time in which both are good.

alter table webhook_endpoint add column verified_at timestamptz;
-- These were trusted when they were made.
update webhook_endpoint set verified_at = created_at;

alter table webhook_endpoint add column sealed_previous_secret bytea;
alter table webhook_endpoint add column previous_secret_until timestamptz;
alter table webhook_endpoint add constraint webhook_endpoint_previous_secret
    check ((sealed_previous_secret is null) = (previous_secret_until is null));
