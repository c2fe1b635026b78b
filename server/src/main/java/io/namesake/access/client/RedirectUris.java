package io.namesake.access.client;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers are sent back to: https, or http to a loopback address for whoever tries it out; no fragment (OAuth 2.1, clause
 * 2.3.1). Each is compared with what a request names character by character, the port of a loopback address too.
 */
record RedirectUris(SortedSet<String> values) {
    private static final int MOST = 5;
    private static final int LONGEST = 500;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    /** @throws Problem {@code request-invalid} */
    static RedirectUris of(@Nullable Set<String> given) {
        var uris = given == null ? Set.<String>of() : given;
        if (uris.size() > MOST || !uris.stream().allMatch(RedirectUris::isGood)) {
            throw new Problem(
                    ProblemType.REQUEST_INVALID,
                    "At most five redirect URIs, each https (or http to a loopback address), without user and fragment.");
        }
        return new RedirectUris(new TreeSet<>(uris));
    }

    private static boolean isGood(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return false;
        }
        try {
            var uri = new URI(text);
            return uri.toASCIIString().equals(text)
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
