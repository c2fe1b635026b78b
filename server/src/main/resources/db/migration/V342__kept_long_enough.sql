-- Finds deliveries and applications that were kept long enough.
create index webhook_delivery_over on webhook_delivery (created_at) where status <> 'PENDING';
create index application_over on application (updated_at) where state in ('VERIFIED', 'REFUSED', 'EXPIRED');
