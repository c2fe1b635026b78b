/**
 * An issuer beside ours (OpenID Connect Core 1.0): an operator's people sign in there, and programs bring its access tokens. Which issuer,
 * and which of its roles are which of ours, is said by configuration alone.
 *
 * <p>Spring Security's client does the protocol (code flow with PKCE, checks of the ID token), put together by hand as the token endpoint is.
 */
@NullMarked
package io.namesake.access.external;

import org.jspecify.annotations.NullMarked;
