package io.namesake.application.internal;

import io.namesake.language.Language;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the API shows of a request to a wallet. */
final class WalletRequestJson {

    private WalletRequestJson() {}

    /** Where it stands. */
    enum State {
        /** This server asks no wallets. */
        NOT_OFFERED,
        /** None was made. */
        NONE,
        /** It can be answered. */
        WAITING,
        /** The wallet's document is here, and is to be confirmed. */
        RECEIVED,
        /** Nothing came of it. */
        FAILED,
        /** Nobody answered in time. */
        EXPIRED
    }

    /** A new request. */
    @Schema(name = "WalletRequest")
    record Asked(
            @Schema(
                    example = "openid4vp://?client_id=...&request_uri=...",
                    description = "What the wallet opens: a link on the same device, or a QR code for another")
            String link,

            Instant expiresAt) {}

    /** Where the request of an application stands. */
    @Schema(name = "WalletRequestStanding")
    record Standing(
            State state,

            @Schema(description = "Until when a request that waits can be answered") @Nullable
            Instant expiresAt,

            @Schema(example = "wallet-declined", description = "The code of the problem with the answer, if it failed")
            @Nullable
            String problem,

            @Schema(description = "What to do about it, in the applicant's language") @Nullable
            String nextStep) {

        static Standing notOffered() {
            return new Standing(State.NOT_OFFERED, null, null, null);
        }

        static Standing none() {
            return new Standing(State.NONE, null, null, null);
        }

        static Standing of(WalletRequestTable.Row row, Instant now, Language language) {
            var outcome = row.outcome();
            if (outcome == null) {
                return now.isBefore(row.expiresAt())
                        ? new Standing(State.WAITING, row.expiresAt(), null, null)
                        : new Standing(State.EXPIRED, null, null, null);
            }
            return outcome.equals(WalletRequestTable.RECEIVED)
                    ? new Standing(State.RECEIVED, null, null, null)
                    : new Standing(
                            State.FAILED,
                            null,
                            outcome,
                            language.texts("io.namesake.problem.problems").getString(outcome + ".nextStep"));
        }
    }
}
