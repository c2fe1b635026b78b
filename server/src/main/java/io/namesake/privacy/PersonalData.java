package io.namesake.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps about a person. Each module that does declares a bean of this type; the export shows all of them, and an
 * erasure goes through all of them.
 */
public interface PersonalData {

    /** The name of the section in the export, such as {@code applications}: lower-case letters and hyphens, one for each module's. */
    String section();

    /** Everything about this person, opened where it is sealed. Read for that very person and nobody else. */
    List<Entry> of(Person person);

    /** Erases what the law lets, in the caller's transaction, and says what stays and why. Asked again, it finds nothing more. */
    Erasure erase(Person person, Instant now);

    /**
     * One thing that is kept.
     *
     * @param kind which clock it has
     * @param at when it came to be, if that is known
     * @param facts what is known, by names such as {@code textVersion}; shown to the person in the order of their names
     */
    record Entry(KeptData kind, @Nullable Instant at, Map<String, String> facts) {

        public Entry {
            facts = Map.copyOf(facts);
        }

        /** In the order of their names. */
        public Map<String, String> sorted() {
            return new TreeMap<>(facts);
        }

        /** Says nothing personal, since records end up in logs. */
        @Override
        public String toString() {
            return "Entry[" + kind + "]";
        }
    }

    /** What became of a wish for erasure. Kinds of which there was nothing are left out. */
    record Erasure(List<Erased> erased, List<Kept> kept) {

        public Erasure {
            erased = List.copyOf(erased);
            kept = List.copyOf(kept);
        }
    }

    /** @param count more than 0 */
    record Erased(KeptData kind, int count) {}

    /**
     * What the law wants kept: {@link KeptData} says by which rule.
     *
     * @param count more than 0
     * @param until when the last of it goes; null while that cannot be known, as with a line that is still held
     */
    record Kept(KeptData kind, int count, @Nullable Instant until) {}
}
