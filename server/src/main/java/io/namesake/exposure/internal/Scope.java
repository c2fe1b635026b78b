package io.namesake.exposure.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be asked, by the scopes of CAMARA's APIs (KYC Match 0.4, KYC Fill-in 0.4, KYC Age Verification 0.2, KYC Tenure 0.2, SIM
 * Swap 2.1, Number Verification 2.1).
 *
 * <p>{@code kyc-fill-in:set-all} and {@code sim-swap} are left out on purpose: a person agrees to what is named, not to "all".
 */
enum Scope {
    KYC_MATCH("kyc-match:match"),
    FILL_IN_PHONE_NUMBER("kyc-fill-in:phoneNumber"),
    FILL_IN_ID_DOCUMENT("kyc-fill-in:idDocument"),
    FILL_IN_NAME("kyc-fill-in:name"),
    FILL_IN_GIVEN_NAME("kyc-fill-in:givenName"),
    FILL_IN_FAMILY_NAME("kyc-fill-in:familyName"),
    FILL_IN_BIRTHDATE("kyc-fill-in:birthdate"),
    AGE_VERIFICATION("kyc-age-verification:verify"),
    TENURE("kyc-tenure:check-tenure"),
    SIM_SWAP_CHECK("sim-swap:check"),
    SIM_SWAP_DATE("sim-swap:retrieve-date"),
    NUMBER_VERIFICATION("number-verification:verify"),
    DEVICE_PHONE_NUMBER("number-verification:device-phone-number:read");

    private static final String FILL_IN = "kyc-fill-in:";

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    /** As in a token, and as people are shown it. */
    @JsonValue
    String value() {
        return value;
    }

    /** Exactly one of the scopes. */
    @JsonCreator
    static Scope ofValue(String value) {
        return find(value).orElseThrow(() -> new IllegalArgumentException("There is no such scope"));
    }

    static Optional<Scope> find(String value) {
        return Arrays.stream(values())
                .filter(scope -> scope.value.equals(value))
                .findFirst();
    }

    /** All that fill forms in, each one attribute. */
    static Set<Scope> fillIn() {
        return Arrays.stream(values())
                .filter(scope -> scope.value.startsWith(FILL_IN))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    /** The attribute that a scope of KYC Fill-in is about, such as {@code givenName}. */
    String attribute() {
        return value.substring(value.indexOf(':') + 1);
    }

    /** As the database keeps them: joined by spaces, like RFC 6749's {@code scope}. */
    static String joined(Collection<Scope> scopes) {
        return scopes.stream()
                .sorted(Comparator.naturalOrder())
                .map(Scope::value)
                .collect(Collectors.joining(" "));
    }

    static Set<Scope> split(String joined) {
        return Arrays.stream(joined.split(" "))
                .map(Scope::ofValue)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
