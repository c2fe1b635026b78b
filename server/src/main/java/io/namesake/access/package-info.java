/**
 * Who is calling: operators with their API keys, their staff with tokens of their own, applicants with the session that their
 * capture link opened, and holders who have just been verified.
 *
 * <p>Every operation under {@code /v1} names its caller in its signature ({@link io.namesake.access.OperatorPrincipal},
 * {@link io.namesake.access.StaffPrincipal}, {@link io.namesake.access.ApplicantPrincipal},
 * {@link io.namesake.access.HolderPrincipal} or {@link io.namesake.access.Caller}) or says that it is
 * {@link io.namesake.access.OpenToAnyone}; one that does neither is refused, so a forgotten guard is a closed door.
 *
 * <p>This is a handler interceptor and not Spring Security: there are four kinds of bearer token, no cookies, no sessions, no
 * forms, hence nothing of what its filter chain protects; and a caller that appears in the method's signature cannot be
 * confused with another. Passwords and sign-in from outside, when they come, are the time to think again.
 */
@NullMarked
package io.namesake.access;

import org.jspecify.annotations.NullMarked;
