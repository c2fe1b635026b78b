package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.inconclusive;

import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORValue;
import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What a credential says of where its own status is kept (draft-ietf-oauth-status-list-21, 6). */
sealed interface StatusClaim {
    /** It has none: it counts until it ends. */
    StatusClaim NONE = new None();

    /** Nothing. */
    record None() implements StatusClaim {}

    /** A place on a status list. */
    record Listed(String uri, long index) implements StatusClaim {
        /** Which credential it is, is nobody's business who reads a log. */
        @Override
        public String toString() {
            return "Listed[]";
        }
    }

    /** It is kept in a way that is not known here. @param why in words */
    record Unknown(String why) implements StatusClaim {}

    /** What can be said of the credential before anybody was asked; empty when it has no status of its own. */
    default Optional<EvidenceCheck> open() {
        return switch (this) {
            case None _ -> Optional.empty();
            case Listed _ ->
                Optional.of(inconclusive(
                        CheckKind.CREDENTIAL_REVOCATION, "the credential names a status list, which has not answered"));
            case Unknown(String why) -> Optional.of(inconclusive(CheckKind.CREDENTIAL_REVOCATION, why));
        };
    }

    /** @param status the claim of an SD-JWT (6.2); null when there is none */
    static StatusClaim ofJson(Object status) {
        if (status == null) {
            return NONE;
        }
        if (!(status instanceof Map<?, ?> mechanisms)) {
            return new Unknown("the credential's status is none that can be read");
        }
        return mechanisms.get("status_list") instanceof Map<?, ?> place
                ? listed(place.get("uri"), place.get("idx"))
                : new Unknown("the credential's status is kept in a way that is not known here");
    }

    /** @param status that of an mdoc's signed object (6.3) */
    static StatusClaim ofCbor(Optional<CBORItem> status) {
        if (status.isEmpty()) {
            return NONE;
        }
        try {
            Optional<CBORItem> place =
                    CborMap.of(status.get(), "the credential's status").find("status_list");
            if (place.isEmpty()) {
                return new Unknown("the credential's status is kept in a way that is not known here");
            }
            CborMap list = CborMap.of(place.get(), "the place on the status list");
            return listed(list.text("uri"), list.get("idx") instanceof CBORValue<?> index ? index.getValue() : null);
        } catch (DocumentUnreadable malformed) {
            return new Unknown(malformed.getMessage());
        }
    }

    private static StatusClaim listed(Object uri, Object index) {
        if (!(uri instanceof String text) || !isAddress(text)) {
            return new Unknown("the address of the credential's status list is none that is known here");
        }
        // A number with a point would name another place than the issuer meant.
        if (!(index instanceof Integer || index instanceof Long) || ((Number) index).longValue() < 0) {
            return new Unknown("the credential's place on its status list is no number");
        }
        return new Listed(text, ((Number) index).longValue());
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return text.length() <= StatusReference.LONGEST
                    && uri.getHost() != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
