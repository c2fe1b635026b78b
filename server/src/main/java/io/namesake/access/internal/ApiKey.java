package io.namesake.access.internal;

import io.namesake.access.SecretToken;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An operator's API key: {@code nsk_<id>_<secret>}. The id finds the row, the secret proves the right to it; the prefix lets
 * secret scanners recognise a leaked one.
 *
 * @param id 16 characters of base64url alphabet without underscore
 * @param secret at least 32 characters
 */
record ApiKey(String id, String secret) {
    static final String PREFIX = "nsk_";
    private static final Pattern FORM = Pattern.compile("nsk_([A-Za-z0-9]{4,32})_([A-Za-z0-9_-]{32,128})");

    static Optional<ApiKey> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKey(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    static ApiKey random(SecureRandom random) {
        var id = SecretToken.random(random).replace("_", "").replace("-", "").substring(0, 12);
        return new ApiKey(id, SecretToken.random(random));
    }

    /** The key as its owner writes it; shown once. */
    String text() {
        return PREFIX + id + "_" + secret;
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
