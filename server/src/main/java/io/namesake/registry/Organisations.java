package io.namesake.registry;

import io.namesake.access.OperatorId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Organisations as holders. A verified person registers one; it can hold lines once the operator's staff have confirmed, against
 * an extract of its register, that this person may act for it. Each operator confirms for its own lines, so that one operator's
 * mistake gives nobody another's lines. Each call is a transaction of its own.
 */
public interface Organisations {

    /**
     * Registers an organisation, {@link State#PENDING}. Asked again by the same person, it is the one from before, unless that
     * was refused.
     *
     * @param representativeHolderId the verified person who acts for it
     * @param operator whose staff are to confirm that
     * @param name as in its register, 1 to 200 printable characters; sealed where it is stored
     * @param registrationNumber in its register, 1 to 60 printable characters
     * @param country of the register, two letters (ISO 3166-1)
     * @throws io.namesake.problem.Problem {@code request-invalid} for what does not have that form
     */
    Organisation register(
            UUID representativeHolderId, OperatorId operator, String name, String registrationNumber, String country);

    /** The organisations whose representative this person is or asked to be, the newest first. At most 200. */
    List<Organisation> of(UUID representativeHolderId);

    /** The organisation if it is confirmed and this person acts for it. */
    Optional<Organisation> actingFor(UUID representativeHolderId, UUID organisationId);

    /** How far the confirmation is. */
    enum State {
        PENDING,
        CONFIRMED,
        REFUSED
    }

    /** What a confirmation can rest on. The list is closed. */
    enum Evidence {
        /** An extract of the register that names the representative. */
        REGISTER_EXTRACT,
        /** A power of attorney before a notary. */
        NOTARISED_POWER_OF_ATTORNEY,
        /** A resolution of the board, with an extract that names the board. */
        BOARD_RESOLUTION
    }

    /** Why it cannot be confirmed. The list is closed, and each reason is about the evidence. */
    enum Refusal {
        NOT_IN_REGISTER,
        REPRESENTATIVE_NOT_NAMED,
        EXTRACT_TOO_OLD,
        EXTRACT_MISSING;

        /** One plain sentence with what to do next, for the representative. */
        public String sentence(io.namesake.language.Language language) {
            return language.texts("io.namesake.registry.organisation").getString(name());
        }
    }

    /**
     * An organisation.
     *
     * @param id the registry's holder
     * @param operatorId whose staff confirm it
     * @param representativeId the person who acts for it
     * @param name as in its register
     * @param registrationNumber in its register
     * @param country of the register
     * @param state how far the confirmation is
     * @param refusal why it was refused; null otherwise
     */
    record Organisation(
            UUID id,
            OperatorId operatorId,
            UUID representativeId,
            String name,
            String registrationNumber,
            String country,
            State state,
            @Nullable Refusal refusal) {
        /** Names nobody, since records end up in logs. */
        @Override
        public String toString() {
            return "Organisation[" + id + "]";
        }
    }
}
