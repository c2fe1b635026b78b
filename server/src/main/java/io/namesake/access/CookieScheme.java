package io.namesake.access;

import io.namesake.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Recognises a caller by a cookie, which a browser sends on its own account. Whatever stands in {@code Authorization} comes first. */
public interface CookieScheme {

    /**
     * Whose browser it is; empty when the cookie is missing, unknown, expired or ended.
     *
     * @throws Problem {@code cross-site-refused}, when the request changes something and it is not shown that our own page sent it
     */
    Optional<Caller> callerOf(HttpServletRequest request);
}
