/**
 * What people agree to, what is kept, how long, and the facts of its erasure (promises 2 and 3).
 *
 * <p>Consent is bound to a purpose and to the very words that were read: a text's version is derived from its words, and the
 * record keeps their hash. Withdrawing it before the decision is {@code attended-check} or simply leaving: nothing is compared
 * and the pictures are erased. What follows a decision, export and erasure on request, comes with the holder's own view.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "problem", "database", "language"})
@NullMarked
package io.namesake.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
