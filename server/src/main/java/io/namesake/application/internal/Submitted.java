package io.namesake.application.internal;

import java.util.UUID;

/** An application waits for its decision. Stays in the event publication registry until that is made. */
record Submitted(UUID applicationId) {}
