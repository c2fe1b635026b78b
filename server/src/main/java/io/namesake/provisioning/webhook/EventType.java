package io.namesake.provisioning.webhook;

import java.util.Arrays;
import java.util.Optional;

/** What an endpoint can be told. The names are part of the API. */
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

    static Optional<EventType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
