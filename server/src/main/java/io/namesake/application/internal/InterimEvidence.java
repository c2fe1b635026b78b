package io.namesake.application.internal;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is learnt while a decision is made. That takes its time, since others are asked over the network; whatever ends it meanwhile, a
 * withdrawn consent or another server that decided first, has erased the evidence, and nothing of it may be written back.
 */
@Component
class InterimEvidence {
    private final ApplicationTable applications;
    private final EvidenceStore evidence;
    private final Clock clock;

    InterimEvidence(ApplicationTable applications, EvidenceStore evidence, Clock clock) {
        this.applications = applications;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Keeps a piece as long as the decision is being made, and else nothing. */
    @Transactional
    public void put(UUID application, EvidenceKind kind, byte[] content) {
        applications
                .lock(application)
                .filter(found -> found.state() == State.SUBMITTED)
                .ifPresent(found -> evidence.put(found.id(), kind, content, clock.instant()));
    }
}
