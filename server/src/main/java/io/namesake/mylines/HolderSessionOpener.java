package io.namesake.mylines;

import java.time.Instant;
import java.util.UUID;

/** Opens the session of a person who has proven who they are. Whoever calls it answers for that proof. */
public interface HolderSessionOpener {

    /**
     * Opens a session.
     *
     * @param holderId the registry's holder
     * @param how by what they proved who they are
     * @param verifiedAt when their identity was last verified against a document
     */
    Opened open(UUID holderId, How how, Instant verifiedAt);

    /** By what a person proved who they are. */
    enum How {
        /** A verified application. */
        APPLICATION,
        /** A passkey that they added after one. */
        PASSKEY
    }

    /**
     * An open session.
     *
     * @param token bearer token, shown once
     * @param expiresAt when it ends unless it is used
     */
    record Opened(String token, Instant expiresAt) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "Opened[until " + expiresAt + "]";
        }
    }
}
