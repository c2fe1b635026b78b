package io.namesake.provisioning.webhook;

import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where an endpoint listens. */
record EndpointUrl(URI uri) {
    private static final int LONGEST = 2048;

    /**
     * Reads what an operator wrote.
     *
     * @throws Problem {@code webhook-endpoint-invalid} when it is no absolute http or https URL of at most 2,048 ASCII
     *     characters, or holds a user, a password or a fragment
     */
    static EndpointUrl parse(String text) {
        if (text.length() > LONGEST) {
            throw invalid("The URL has more than " + LONGEST + " characters.");
        }
        URI uri;
        try {
            uri = new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw invalid("This is not a URL.");
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw invalid("The URL must begin with https:// or http://.");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65535) {
            throw invalid("The URL must name a host, and a port from 1 to 65535 if any.");
        }
        if (uri.getRawUserInfo() != null) {
            throw invalid("The URL must not hold a user or a password; check the signature instead.");
        }
        if (uri.getRawFragment() != null || !text.chars().allMatch(c -> c < 0x80)) {
            throw invalid("The URL must be of ASCII characters and without a fragment.");
        }
        return new EndpointUrl(uri);
    }

    private static Problem invalid(String detail) {
        return new Problem(ProblemType.WEBHOOK_ENDPOINT_INVALID, detail);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
