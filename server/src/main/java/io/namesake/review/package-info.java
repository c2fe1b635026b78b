/**
 * The human queue: cases that a machine could not decide, who may look at them and why, four eyes where the policy says so, and
 * the attended way, where an agent sees person and document and no face is processed by machine.
 *
 * <p>Staff see a case and not a person's life (promise 5): every look is bound to one open case that is locked by whoever looks,
 * gives a reason of a closed list, and is logged. The module keeps no evidence of an application; it asks for it each time.
 *
 * <p>Hears {@link io.namesake.application.ReviewRequested} and {@link io.namesake.privacy.EvidenceErased}, publishes
 * {@link io.namesake.review.ReviewDecided}.
 */
@ApplicationModule(
        allowedDependencies = {"access", "application", "audit", "crypto", "database", "decision", "privacy", "problem"
        })
@NullMarked
package io.namesake.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
