package io.namesake.document;

import io.namesake.document.EvidenceCheck.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of a document and how far it can be believed.
 *
 * @param source where it was read
 * @param identity empty when the part that says it was not given
 * @param portrait likewise
 * @param checks in the order of {@link CheckKind}
 * @param missing what was not given and would say more, in words
 * @param relaxed rules that were not insisted on, in words; empty under the strict profile
 */
public record IdentityEvidence(
        EvidenceSource source,
        Optional<Identity> identity,
        Optional<Portrait> portrait,
        List<EvidenceCheck> checks,
        List<String> missing,
        List<String> relaxed) {

    private static final Set<CheckKind> CHIP_ISSUED = Set.of(
            CheckKind.CHIP_SIGNATURE, CheckKind.CHIP_SIGNER, CheckKind.CHIP_SIGNER_VALIDITY, CheckKind.CHIP_FILES);
    private static final Set<CheckKind> CREDENTIAL_ISSUED = Set.of(
            CheckKind.CREDENTIAL_SIGNATURE,
            CheckKind.CREDENTIAL_ISSUER,
            CheckKind.CREDENTIAL_VALIDITY,
            CheckKind.CREDENTIAL_ATTRIBUTES,
            CheckKind.CREDENTIAL_HOLDER);

    /** What becomes of the document as a whole. */
    public enum Standing {
        /** The issuer's signature covers everything that was read. */
        AUTHENTICATED,
        /** Read, but not authenticated: something is missing. */
        READ,
        /** Something is wrong with it. */
        REFUSED
    }

    public IdentityEvidence {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(portrait, "portrait");
        checks = List.copyOf(checks);
        missing = List.copyOf(missing);
        relaxed = List.copyOf(relaxed);
    }

    public Standing standing() {
        if (checks.stream().anyMatch(check -> check.result() == Result.FAILED)) {
            return Standing.REFUSED;
        }
        return issued() ? Standing.AUTHENTICATED : Standing.READ;
    }

    /** The same as if specimens were documents: for demonstrations and tests only, and it says so in {@link #relaxed()}. */
    public IdentityEvidence acceptingSpecimens() {
        if (checks.stream().noneMatch(check -> check.kind() == CheckKind.SPECIMEN && check.result() != Result.PASSED)) {
            return this;
        }
        List<String> more = new ArrayList<>(relaxed);
        more.add("specimens count as documents");
        return new IdentityEvidence(
                source,
                identity,
                portrait,
                checks.stream()
                        .filter(check -> check.kind() != CheckKind.SPECIMEN)
                        .toList(),
                missing,
                more);
    }

    /** Whether what was read is what a trusted issuer once signed, though it may be long ago. */
    private boolean isVouchedFor() {
        return switch (source) {
            case CHIP -> passed(Set.of(CheckKind.CHIP_SIGNATURE, CheckKind.CHIP_SIGNER, CheckKind.CHIP_FILES));
            case WALLET ->
                passed(Set.of(
                        CheckKind.CREDENTIAL_SIGNATURE, CheckKind.CREDENTIAL_ISSUER, CheckKind.CREDENTIAL_ATTRIBUTES));
            case PRINT -> false;
        };
    }

    /** Whether the issuer's hand was shown. A printed page cannot show it to a camera. */
    private boolean issued() {
        return switch (source) {
            case CHIP -> passed(CHIP_ISSUED);
            case WALLET -> passed(CREDENTIAL_ISSUED);
            case PRINT -> false;
        };
    }

    /**
     * The portrait in a format that face comparison and browsers read; empty when there is none.
     *
     * <p>The one decoder of JPEG 2000 there is runs without end on some damaged pictures, and nothing can stop it from outside. So it is shown only bytes
     * that a trusted issuer signed.
     *
     * @throws DocumentUnreadable when it is a JPEG 2000 that no trusted issuer signed, or of a size or kind that no portrait has
     */
    public Optional<byte[]> portraitPicture() throws DocumentUnreadable {
        if (portrait.isEmpty()) {
            return Optional.empty();
        }
        if (portrait.get().format() == Portrait.Format.JPEG_2000 && !isVouchedFor()) {
            throw new DocumentUnreadable(
                    "the portrait is a JPEG 2000, which is decoded only when the issuer's signature was verified");
        }
        return Optional.of(portrait.get().jpegOrPng());
    }

    /** How strong this is as evidence of an identity; only what names a person and shows them can be more than {@link Strength#FAIR}. */
    public Strength strength() {
        return switch (standing()) {
            case REFUSED -> Strength.NONE;
            case READ -> identity.isPresent() ? Strength.FAIR : Strength.NONE;
            case AUTHENTICATED -> {
                if (identity.isEmpty()) {
                    yield Strength.NONE;
                }
                if (portrait.isEmpty()) {
                    yield Strength.FAIR;
                }
                yield passed(Set.of(CheckKind.CHIP_GENUINE)) ? Strength.SUPERIOR : Strength.STRONG;
            }
        };
    }

    private boolean passed(Set<CheckKind> kinds) {
        return kinds.stream()
                .allMatch(kind ->
                        checks.stream().anyMatch(check -> check.kind() == kind && check.result() == Result.PASSED));
    }
}
