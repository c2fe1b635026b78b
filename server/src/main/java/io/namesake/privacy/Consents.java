package io.namesake.privacy;

import io.namesake.access.OperatorId;
import io.namesake.language.Language;
import java.util.Optional;
import java.util.UUID;

/** Who agreed to what. */
public interface Consents {

    /** The text that is to be agreed to now. */
    ConsentText current(Language language);

    /**
     * Records the consent, in the caller's transaction. Giving it again changes nothing.
     *
     * @param textVersion the text that was read
     * @throws io.namesake.problem.Problem {@code consent-text-outdated} when that is not the current one
     */
    Consent give(OperatorId operator, UUID applicationId, String textVersion, Language language);

    /**
     * Notes that it counts no more, in the caller's transaction: the one that erases what it was given for. Withdrawing it again
     * changes nothing.
     *
     * @throws io.namesake.problem.Problem {@code consent-required} when none was given
     */
    Consent withdraw(OperatorId operator, UUID applicationId);

    /** The consent to processing the pictures of this application, if it was given; it may have been withdrawn since. */
    Optional<Consent> of(UUID applicationId);
}
