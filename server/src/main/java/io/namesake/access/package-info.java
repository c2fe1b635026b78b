/**
 * Who is calling: operators with their API keys, their staff with tokens of their own, applicants with the session that their
 * capture link opened, holders who have just been verified, API clients with access
 * tokens, and RADIUS servers of operators' networks with a token of their own.
 *
 * <p>Every operation under {@code /v1} names its caller in its signature ({@link io.namesake.access.OperatorPrincipal},
 * {@link io.namesake.access.StaffPrincipal}, {@link io.namesake.access.ApplicantPrincipal},
 * {@link io.namesake.access.HolderPrincipal}, {@link io.namesake.access.ClientPrincipal}, {@link io.namesake.access.NetworkPrincipal} or {@link io.namesake.access.Caller}) or says that it is
 * {@link io.namesake.access.OpenToAnyone}; one that does neither is refused, so a forgotten guard is a closed door.
 *
 * <p>This is a handler interceptor and not Spring Security: a caller that appears in the method's signature cannot be confused
 * with another. Spring Security's parts stand where they are the subject itself: the token endpoint
 * ({@code io.namesake.access.client}) and passkeys.
 */
@NullMarked
package io.namesake.access;

import org.jspecify.annotations.NullMarked;
