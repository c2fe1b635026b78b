package io.namesake.document.wallet;

import static io.namesake.document.EvidenceCheck.failed;
import static io.namesake.document.EvidenceCheck.inconclusive;
import static io.namesake.document.EvidenceCheck.passed;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.EvidenceCheck.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a status list that is believed says of a credential (draft-ietf-oauth-status-list-21, 7.1).
 *
 * @param status what it means
 * @param value as it stands on the list, 0 to 255
 * @param issued when the list was signed
 * @param expires when it ends; empty when its issuer does not say so
 * @param timeToLive how long nobody needs to ask for a newer one, from its fetching on; empty likewise
 * @param certificates whether the certificates of the credential's issuer were revoked
 */
public record StatusAnswer(
        Status status,
        int value,
        Instant issued,
        Optional<Instant> expires,
        Optional<Duration> timeToLive,
        EvidenceCheck certificates) {

    /** The meanings that are defined. */
    public enum Status {
        VALID,
        /** Revoked for good. */
        INVALID,
        /** For the time being. */
        SUSPENDED,
        /** Defined by the issuer, or by a later standard. */
        OTHER;

        static Status of(int value) {
            return switch (value) {
                case 0 -> VALID;
                case 1 -> INVALID;
                case 2 -> SUSPENDED;
                default -> OTHER;
            };
        }
    }

    /** The same as {@link CheckKind#CREDENTIAL_REVOCATION}. */
    public EvidenceCheck check() {
        if (certificates.result() == Result.FAILED) {
            return certificates;
        }
        return switch (status) {
            case INVALID ->
                failed(CheckKind.CREDENTIAL_REVOCATION, "its issuer has revoked it, by the status list of " + issued);
            case SUSPENDED ->
                failed(
                        CheckKind.CREDENTIAL_REVOCATION,
                        "its issuer has suspended it for the time being, by the status list of " + issued);
            case OTHER ->
                inconclusive(
                        CheckKind.CREDENTIAL_REVOCATION,
                        "its issuer gives it a status that is not known here: " + value);
            case VALID ->
                certificates.result() == Result.INCONCLUSIVE
                        ? certificates
                        : passed(
                                CheckKind.CREDENTIAL_REVOCATION,
                                "valid by the status list of " + issued + "; " + certificates.detail());
        };
    }
}
