package io.namesake.application.internal;

import io.namesake.privacy.HolderApplications;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The applications that verified a holder, also those that were about no line. */
@Component
class VerifiedApplications implements HolderApplications {
    private final ApplicationTable applications;

    VerifiedApplications(ApplicationTable applications) {
        this.applications = applications;
    }

    @Override
    public Set<UUID> of(UUID holderId) {
        return applications.of(holderId);
    }
}
