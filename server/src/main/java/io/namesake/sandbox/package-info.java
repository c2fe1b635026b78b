/**
 * What only a sandbox has: made-up applicants whose document numbers say what becomes of them ({@link io.namesake.sandbox.MagicNumber}). They come over
 * the same API as everybody, so that what engineers see is the real system; without {@code namesake.sandbox.enabled=true} none of it exists. See
 * {@code docs/adr/0037-a-sandbox-plays-people-and-never-the-system.md}.
 */
@ApplicationModule(allowedDependencies = {"access", "decision", "problem"})
@NullMarked
package io.namesake.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
