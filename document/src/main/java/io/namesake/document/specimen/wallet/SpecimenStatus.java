package io.namesake.document.specimen.wallet;

import com.authlete.cbor.CBORInteger;
import com.authlete.cbor.CBORItem;
import com.authlete.cbor.CBORString;
import java.util.Map;

/**
 * A credential's place on a status list (draft-ietf-oauth-status-list-21, 6).
 *
 * @param uri of the list
 * @param index from 0 on
 */
public record SpecimenStatus(String uri, int index) {

    /** As an SD-JWT VC writes it (6.2). */
    public Map<String, Object> json() {
        return Map.of("status_list", Map.of("idx", index, "uri", uri));
    }

    /** As an mdoc writes it (6.3). */
    CBORItem cbor() {
        return SpecimenCbor.map(
                "status_list", SpecimenCbor.map("idx", new CBORInteger(index), "uri", new CBORString(uri)));
    }
}
