package io.namesake.provisioning.webhook;

import java.util.Arrays;
import java.util.Optional;

/**
 * What an endpoint can be told. The names are part of the API. A new type is a constant here, with the schema of its data in
 * {@code schemas/<name>.json} beside this class, and a listener that hands it to the {@link EventOutbox}.
 */
enum EventType {
    APPLICATION_VERIFIED("application.verified"),
    APPLICATION_REFUSED("application.refused"),
    APPLICATION_REVIEW_REQUESTED("application.review-requested"),
    LINE_ACTIVATED("line.activated"),
    LINE_LIMITED("line.limited"),
    LINE_DEACTIVATED("line.deactivated"),
    LINE_TRANSFERRED("line.transferred"),
    LINE_SIM_CHANGED("line.sim-changed"),
    LINE_HOLDER_DECEASED("line.holder-deceased"),
    LINE_DEATH_CLEARED("line.death-cleared"),
    LINE_DISPUTED("line.disputed");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** The {@code type} of the CloudEvent. A change of its data that receivers must know of gets another version. */
    String cloudEventType() {
        return cloudEventType(wireName);
    }

    static String cloudEventType(String wireName) {
        return "io.namesake." + wireName + ".v1";
    }

    /** By its name here, or by the CloudEvent's. */
    static Optional<EventType> named(String name) {
        return Arrays.stream(values())
                .filter(type ->
                        type.wireName.equals(name) || type.cloudEventType().equals(name))
                .findFirst();
    }
}
