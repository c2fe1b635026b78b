package io.namesake.privacy;

import java.util.Set;
import java.util.UUID;

/** By which applications a holder was verified. The module that keeps applications knows. */
public interface HolderApplications {

    /** Empty for a holder who is not known. */
    Set<UUID> of(UUID holderId);
}
