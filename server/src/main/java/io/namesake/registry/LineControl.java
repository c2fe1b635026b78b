package io.namesake.registry;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a case may do to a line. Each limit and each ending belongs to the case that caused it, so that whatever ends the case
 * undoes what it did and nothing else. All joins the caller's transaction and fails where there is none; all is idempotent.
 */
public interface LineControl {

    /**
     * Makes exactly these the limits of this case on the line; other cases' limits stay. The line is {@link LineStatus#LIMITED}
     * while any case limits it. Publishes {@link LineLimited} when what holds for the line as a whole has changed.
     *
     * @param limits none lifts all of this case's limits
     * @throws IllegalStateException when there is no such line
     */
    void limit(UUID lineId, UUID caseId, Set<Limit> limits);

    /**
     * The same, but only as long as the line is held so ({@link Holdings#goesOn}), which is looked at once nobody else can change it.
     *
     * @return false when it is not: nothing was changed, since whoever holds it now has nothing to do with it
     */
    boolean limitWhileHeld(UUID lineId, UUID holdingId, UUID caseId, Set<Limit> limits);

    /**
     * Ends the line: nobody holds it, it is off, and its number is given to nobody before the quarantine is over. What this case
     * limited is over; limits of others do not hold until the end is taken back. Publishes {@link LineStatusChanged}.
     *
     * @throws IllegalStateException when there is no such line, or it is neither in use nor unverified
     */
    void deactivate(UUID lineId, UUID caseId, EndCause cause, Instant quarantineUntil);

    /**
     * Takes back a {@link #deactivate} of the same case: the line is again what it was, in the name of whoever held it, verified or
     * not, with the limits that other cases have not lifted meanwhile, who uses it, and what it is made of.
     *
     * @return false when it cannot be taken back any more, since the line went to somebody else after the quarantine
     */
    boolean reinstate(UUID lineId, UUID caseId);

    /**
     * The same at its holder's own wish.
     *
     * @throws LineLimitReached when they have as many lines as the rules allow by now; nothing was changed then
     */
    boolean reinstateWithinLimit(UUID lineId, UUID caseId);

    /**
     * Ends a holding and leaves the line on, {@link LineStatus#UNVERIFIED}: whoever uses it is asked to verify. For a line that
     * never was its holder's. One that ended and was held so until then stays off, and should its end be taken back, it is in
     * nobody's name.
     *
     * @return false when the line is not held so any more ({@link Holdings#goesOn}): whoever holds it now has nothing to do with it
     */
    boolean disown(UUID lineId, UUID holdingId, UUID caseId, EndCause cause);
}
