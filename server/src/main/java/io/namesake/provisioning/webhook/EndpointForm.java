package io.namesake.provisioning.webhook;

import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ContentType;

/** What an endpoint is told in. */
public enum EndpointForm {
    /** The structured mode of CloudEvents' HTTP binding: the event is the whole body. */
    CLOUDEVENTS("application/cloudevents+json"),
    /** Notifications of Service Ordering 4.1. */
    TMF641("application/json"),
    /** Notifications of Service Inventory 5.0. */
    TMF638("application/json"),
    /** Notifications of Product Inventory 5.0. */
    TMF637("application/json");

    private final String mediaType;

    EndpointForm(String mediaType) {
        this.mediaType = mediaType;
    }

    ContentType contentType() {
        return ContentType.create(mediaType, StandardCharsets.UTF_8);
    }
}
