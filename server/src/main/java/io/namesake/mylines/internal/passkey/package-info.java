/**
 * Passkeys (W3C Web Authentication, Level 3) by Spring Security's relying party and WebAuthn4J: the cryptography and the rules are
 * theirs; here are the tables, the ceremonies and what a passkey opens.
 */
@NullMarked
package io.namesake.mylines.internal.passkey;

import org.jspecify.annotations.NullMarked;
