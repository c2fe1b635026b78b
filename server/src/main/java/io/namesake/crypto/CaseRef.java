package io.namesake.crypto;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A case: something that begins, is decided and is over, and whose sealed pieces go together then.
 *
 * @param kind such as {@code application} or {@code dispute}: lower-case letters, digits and hyphens
 */
public record CaseRef(String kind, UUID id) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public CaseRef {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("A kind of cases is named like application");
        }
    }
}
