package io.namesake.provisioning.radius;

import static io.namesake.provisioning.radius.RadiusAttribute.Type.INTEGER;
import static io.namesake.provisioning.radius.RadiusAttribute.Type.IPADDR;
import static io.namesake.provisioning.radius.RadiusAttribute.Type.STRING;
import static io.namesake.provisioning.radius.RadiusAttribute.standard;
import static io.namesake.provisioning.radius.RadiusAttribute.vendor;
import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes that a policy may name, by the names that FreeRADIUS's dictionaries have for them. What is missing here, a policy
 * declares itself.
 */
final class AttributeDictionary {
    private static final int WISPR = 14_122;
    private static final int MIKROTIK = 14_988;
    private static final int CISCO = 9;

    private static final Map<String, RadiusAttribute> KNOWN = Map.ofEntries(
            // RFC 2865, section 5
            entry("Filter-Id", standard(11, STRING)),
            entry("Reply-Message", standard(18, STRING)),
            entry("Session-Timeout", standard(27, INTEGER)),
            entry("Idle-Timeout", standard(28, INTEGER)),
            entry("Termination-Action", standard(29, INTEGER)),
            entry("Framed-IP-Address", standard(8, IPADDR)),
            // RFC 2869, section 5.18; RFC 3162, section 2.6
            entry("Framed-Pool", standard(88, STRING)),
            entry("Framed-IPv6-Pool", standard(100, STRING)),
            // Wi-Fi Alliance, Best Current Practices for WISP Roaming, 1.0
            entry("WISPr-Redirection-URL", vendor(WISPR, 4, STRING)),
            entry("WISPr-Bandwidth-Max-Up", vendor(WISPR, 7, INTEGER)),
            entry("WISPr-Bandwidth-Max-Down", vendor(WISPR, 8, INTEGER)),
            entry("Mikrotik-Rate-Limit", vendor(MIKROTIK, 8, STRING)),
            entry("Mikrotik-Address-List", vendor(MIKROTIK, 19, STRING)),
            entry("Cisco-AVPair", vendor(CISCO, 1, STRING)));

    private final Map<String, RadiusAttribute> attributes;

    AttributeDictionary(Map<String, RadiusAttribute> declared) {
        var all = new HashMap<>(KNOWN);
        all.putAll(declared);
        attributes = Map.copyOf(all);
    }

    Optional<RadiusAttribute> find(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** @throws IllegalArgumentException when the attribute is not known, or cannot have the value */
    byte[] encoded(String name, String value) {
        var attribute = find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " is not known; declare it under `attributes` with its number and type"));
        try {
            return attribute.encoded(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
