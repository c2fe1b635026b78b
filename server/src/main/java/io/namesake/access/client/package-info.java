/**
 * API clients: programs that get short access tokens at {@code /oauth2/token} (OAuth 2.1, client credentials) and call the API
 * with them. The authorization server is Spring's, of which only the parts that this one grant needs are put together.
 */
@NullMarked
package io.namesake.access.client;

import org.jspecify.annotations.NullMarked;
