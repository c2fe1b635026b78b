/**
 * What people agree to, what is kept, how long, and the facts of its erasure (promises 2 and 3).
 *
 * <p>Consent is bound to a purpose and to the very words that were read: a text's version is derived from its words, and the
 * record keeps their hash; every text that was shown stays readable. It can be withdrawn until the decision: the pictures are
 * erased at once, and a person looks instead.
 *
 * <p>{@link io.namesake.privacy.KeptData} is the closed list of what is kept. Modules say what of theirs is over
 * ({@link io.namesake.privacy.Expiring}) and what of theirs is about a person ({@link io.namesake.privacy.PersonalData}); the
 * clock, the export and the erasure are here.
 */
@ApplicationModule(allowedDependencies = {"access", "audit", "problem", "database", "language"})
@NullMarked
package io.namesake.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
