-- Module provisioning: TM Forum's listeners are endpoints, told in another form and of other things.

alter table webhook_endpoint
    add column form text not null default 'CLOUDEVENTS' check (form in ('CLOUDEVENTS', 'TMF641', 'TMF638', 'TMF637')),
    add column listens_to text[], -- which of that form's notifications
    add column listener_query text, -- as it was asked for
    add constraint webhook_endpoint_listens check ((form = 'CLOUDEVENTS') = (listens_to is null)),
    -- A listener is told no events of the other kind.
    add constraint webhook_endpoint_listens_only check (form = 'CLOUDEVENTS' or cardinality(event_types) = 0);
