/**
 * Passkeys (W3C Web Authentication, Level 3) by Spring Security's relying party and WebAuthn4J: the cryptography and the rules are
 * theirs; here are the ceremonies and the form of the tables, for each module that keeps passkeys of its own people in tables of its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "problem"})
package io.namesake.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
