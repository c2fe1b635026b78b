-- Module access: a program that was shut out does not keep its name at the other issuer for good.
-- A server of before cannot register programs on this table any more; all else it can.

create unique index api_client_external_id on api_client (external_id) where disabled_at is null;
alter table api_client drop constraint api_client_external_id_key;
