package io.namesake.privacy;

import java.util.Set;
import java.util.UUID;

/** Which applications gave a holder their lines. The registry knows. */
public interface HolderApplications {

    /** Empty for a holder who is not known. */
    Set<UUID> of(UUID holderId);
}
