package io.namesake.application;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a trained agent attests who had person and document before them: the attended way of NIST SP 800-63A-4, section 2.1.2
 * (on-site attended proofing). No picture is taken and no face is processed by machine.
 *
 * @param document what kind of document it is
 * @param familyName as printed, at most 100 characters; may be empty where the document has one name only
 * @param givenNames likewise
 * @param documentNumber 4 to 40 letters, digits, spaces, dots, slashes and hyphens
 * @param birthDate day of birth
 * @param expiryDate last day of validity; null when the document does not expire
 * @param examined how the document was examined; at least {@link Examination#SECURITY_FEATURES}
 */
public record Attestation(
        Kind document,
        String familyName,
        String givenNames,
        String documentNumber,
        LocalDate birthDate,
        @Nullable LocalDate expiryDate,
        Set<Examination> examined) {

    /** Official documents with a portrait. */
    @Schema(name = "AttestedDocumentKind")
    public enum Kind {
        PASSPORT,
        IDENTITY_CARD,
        RESIDENCE_PERMIT,
        DRIVING_LICENCE,
        OTHER_OFFICIAL_DOCUMENT
    }

    /** What a person does with a document to see whether it is genuine. */
    public enum Examination {
        /** Looked at it and tilted it: watermark, hologram, print, portrait, edges. */
        SECURITY_FEATURES,
        ULTRAVIOLET_LIGHT,
        MAGNIFIER,
        /** Read its chip with a device of the shop. */
        CHIP_READER,
        /** Asked the issuing authority's register. */
        REGISTER
    }

    public Attestation {
        examined = Set.copyOf(examined);
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "Attestation[" + document + ", " + examined + "]";
    }
}
