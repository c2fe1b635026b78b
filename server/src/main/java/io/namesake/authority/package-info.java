/**
 * Asking an identity authority: is this document known and valid, and is it this person's? A port, {@link io.namesake.authority.IdentityAuthority}, and its
 * adapters: one for any authority that speaks our own small protocol over HTTPS, one for MOSIP's ID Authentication, one that answers for a sandbox's
 * made-up people.
 *
 * <p>It is a module of its own because it is the only place from where something about an applicant leaves for a third party before the decision. So it
 * takes no question without a consent, writes every question and the kind of its answer into the audit log, and keeps nothing itself. What follows from
 * an answer is decided elsewhere.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "audit", "net", "sandbox", "standin"})
package io.namesake.authority;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
