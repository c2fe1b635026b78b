package io.namesake.remediation.internal;

import org.jspecify.annotations.Nullable;

/**
 * How a person is reached, beside a message to the line itself. Sealed before it is stored, and gone when the case is over.
 *
 * @param token the secret of the link in the notices
 * @param email an address, if the operator has one
 * @param postalReference what the operator finds the postal address by, if it shall be told by letter at once
 */
record Contact(
        String token, @Nullable String email, @Nullable String postalReference) {

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "Contact[...]";
    }
}
