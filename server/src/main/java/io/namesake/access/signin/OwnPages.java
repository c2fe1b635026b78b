package io.namesake.access.signin;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a page of our own sent a request. Browsers say it in {@code Sec-Fetch-Site} (W3C Fetch Metadata), older ones in {@code Origin}
 * (RFC 6454); a page can forge neither. A program that sends none of the two has no cookie that a browser would lend to others.
 */
@Component
class OwnPages {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SITE = "Sec-Fetch-Site";

    private final String ours;
    private final boolean https;

    OwnPages(@Value("${namesake.public-url}") URI publicUrl) {
        ours = origin(publicUrl);
        https = "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    /** Whether people reach this server by HTTPS. */
    boolean https() {
        return https;
    }

    static boolean changesNothing(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** @throws Problem {@code cross-site-refused}, when a browser says that another page sent it */
    void require(HttpServletRequest request) {
        var site = request.getHeader(SITE);
        if (site != null) {
            refuseUnless("same-origin".equals(site));
            return;
        }
        var origin = request.getHeader("Origin");
        if (origin != null) {
            refuseUnless(origin.equalsIgnoreCase(ours)
                    || origin.equalsIgnoreCase(request.getScheme() + "://" + request.getHeader("Host")));
        }
    }

    private static void refuseUnless(boolean own) {
        if (!own) {
            throw new Problem(ProblemType.CROSS_SITE_REFUSED);
        }
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
