package io.namesake.registry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Handing a line over: its holder offers it, somebody who was verified accepts, the operator may object, and then the line has
 * its new holder in one step. At every moment exactly one is accountable. How many lines the receiver may hold is asked when they
 * accept and once more at the last step, where a rule that is not kept leaves the line with its giver ({@link TransferRefusal}).
 * Each call is a transaction of its own.
 *
 * <p>What stands in the way is thrown as a {@link io.namesake.problem.Problem} whose detail says it: {@code line-unknown},
 * {@code transfer-unknown}, {@code transfer-not-possible}, {@code verification-too-old}, {@code line-limit-reached}.
 */
public interface Transfers {

    /**
     * Offers a line to whoever gets the token from its holder.
     *
     * @param holderId who offers: its holder, or the representative of the organisation that holds it
     * @param verifiedAt when their identity was verified last
     */
    Offer offer(UUID holderId, Instant verifiedAt, UUID lineId);

    /** What is offered, for whoever has the token. */
    Offered see(String token);

    /**
     * Accepts an offer.
     *
     * @param holderId who accepts
     * @param verifiedAt when their identity was verified last
     * @param organisationId the confirmed organisation whose representative they are and that is to hold the line; null for
     *     themselves
     */
    Transfer accept(UUID holderId, Instant verifiedAt, String token, @Nullable UUID organisationId);

    /** Ends an open transfer, by either side. */
    void withdraw(UUID holderId, UUID transferId);

    /** The transfers that this person takes or took part in, the newest first. At most 200. */
    List<Transfer> of(UUID holderId);

    /**
     * A new offer.
     *
     * @param id the transfer's
     * @param token 256 random bits in 43 characters, which are not stored and never shown again
     * @param expiresAt until when it can be accepted
     */
    record Offer(UUID id, String token, Instant expiresAt) {
        /** Without the token, since records end up in logs. */
        @Override
        public String toString() {
            return "Offer[" + id + "]";
        }
    }

    /**
     * What the receiver may know before accepting.
     *
     * @param line the line's name
     * @param operatorName whose it is, as people call them
     * @param kind why it changes hands
     * @param state how far it is
     * @param expiresAt until when it can be accepted
     * @param machine whether a machine uses the line; it stays so in the next hands, and is counted apart there, too
     */
    record Offered(
            LineIdentifier line,
            String operatorName,
            Transfer.Kind kind,
            Transfer.State state,
            Instant expiresAt,
            boolean machine) {}
}
