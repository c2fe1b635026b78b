package io.namesake.audit;

import io.namesake.audit.AuditVerification.Broken;
import io.namesake.audit.AuditVerification.Damage;
import io.namesake.audit.merkle.Hash;
import java.util.Optional;
import java.util.OptionalLong;

/** Follows the chain from its first entry, and names the first that is not as it was written. */
final class ChainCheck {
    private long seq;
    private Hash before = Hash.GENESIS;
    private Hash beforeThat = Hash.GENESIS;

    /** Looks through the whole log. @param <X> how looking can fail */
    @FunctionalInterface
    interface Log<X extends Exception> {
        /** Where the first entry stands that is linked to the one with this hash. */
        OptionalLong placeOfFollower(Hash hash) throws X;
    }

    /** Goes one entry further. @return what is wrong with it, or with one before it that only now shows */
    <X extends Exception> Optional<Broken> next(EntryLine entry, Log<X> log) throws X {
        long place = seq + 1;
        boolean linked = entry.previous().equals(before.hex());
        boolean fits = entry.fits(before);
        if (entry.seq() == place && linked && fits) {
            beforeThat = before;
            before = new Hash(entry.hash());
            seq = place;
            return Optional.empty();
        }
        if (place > 1
                && entry.previous().equals(beforeThat.hex())
                && entry.atPlace(seq).fits(beforeThat)) {
            return broken(seq, Damage.ADDED, "Entry %d was added: the one after it is linked to the one before it.");
        }
        if (linked || fits) {
            return broken(place, Damage.ALTERED, "The content of entry %d does not fit its hash.");
        }
        if (entry.seq() != place) {
            return Optional.of(missing(log));
        }
        if (entry.fits(new Hash(entry.previous()))) {
            // This entry is as it was written; so it was the one before it that got new content and a new hash.
            return broken(
                    Math.max(1, seq), Damage.ALTERED, "Entry %d is not the one that the entry after it was linked to.");
        }
        return Optional.of(missing(log));
    }

    /** How many entries were found good. */
    long seq() {
        return seq;
    }

    /** The hash of the last that was found good. */
    Hash hash() {
        return before;
    }

    private static Optional<Broken> broken(long seq, Damage damage, String explanation) {
        return Optional.of(new Broken(seq, damage, explanation.formatted(seq)));
    }

    /** The entry that belongs at this place is elsewhere in the log, or nowhere. */
    private <X extends Exception> Broken missing(Log<X> log) throws X {
        long place = seq + 1;
        var elsewhere = log.placeOfFollower(before);
        return elsewhere.isPresent()
                ? new Broken(
                        place,
                        Damage.REORDERED,
                        "The entry that belongs at place %d stands at place %d."
                                .formatted(place, elsewhere.getAsLong()))
                : new Broken(place, Damage.REMOVED, "Entry %d is missing.".formatted(place));
    }
}
