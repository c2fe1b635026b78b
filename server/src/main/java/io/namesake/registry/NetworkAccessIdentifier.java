package io.namesake.registry;

import io.namesake.registry.LineInvalid.Reason;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names of internet accounts: {@code user@realm}, the network access identifier of RFC 7542 as RADIUS and Diameter carry it.
 *
 * <p>Of the RFC's forms (section 2.2) only the whole one is a line: a user without realm is nobody's in particular, and a realm
 * without user is everybody. Beyond ASCII the grammar admits any character; we admit those that can be seen, so that no two
 * lines look alike for an invisible character.
 */
final class NetworkAccessIdentifier {
    /** In bytes of UTF-8: what a RADIUS attribute holds (RFC 7542, section 2.3). */
    static final int LONGEST = 253;

    private static final String SEEN = "[^\\p{ASCII}\\p{C}\\p{Z}]";
    private static final String USER_CHARACTER = "(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|" + SEEN + ")";
    private static final String REALM_CHARACTER = "(?:[A-Za-z0-9]|" + SEEN + ")";
    private static final String LABEL = REALM_CHARACTER + "(?:(?:" + REALM_CHARACTER + "|-)*+(?<!-))?";
    private static final Pattern FORM = Pattern.compile("(?<user>" + USER_CHARACTER + "++(?:\\." + USER_CHARACTER
            + "++)*+)@(?<realm>" + LABEL + "(?:\\." + LABEL + ")++)");

    private NetworkAccessIdentifier() {}

    /**
     * The one form: Unicode normalisation form C, and the realm, which is compared like a domain name, in lower case. The user
     * keeps its case, because only the realm's own operator knows whether it matters.
     */
    static String normalised(String text) {
        if (text.length() > LONGEST) {
            throw new LineInvalid(Reason.TOO_LONG);
        }
        var matcher = FORM.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFC));
        if (!matcher.matches()) {
            throw new LineInvalid(Reason.NOT_A_NETWORK_ACCESS_IDENTIFIER);
        }
        var realm = matcher.group("realm").toLowerCase(Locale.ROOT);
        // Lower case may need another composition than upper case did.
        var identifier = Normalizer.normalize(matcher.group("user") + "@" + realm, Normalizer.Form.NFC);
        if (identifier.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new LineInvalid(Reason.TOO_LONG);
        }
        return identifier;
    }
}
