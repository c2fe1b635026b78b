package io.namesake.registry.internal;

import io.namesake.crypto.BlindIndex;
import io.namesake.registry.HolderDetails;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Under which keyed hashes a person is found again: the number of the document with the birth date, and where the state gave the
 * person a number for life, that with the birth date and the state. Never a name, which many people share.
 */
@Component
public class IdentityKeys {
    private static final String DOCUMENT = "holder-document";
    private static final String PERSONAL_NUMBER = "holder-personal-number";
    private static final String REGISTRATION = "holder-registration";

    private final BlindIndex index;

    IdentityKeys(BlindIndex index) {
        this.index = index;
    }

    /**
     * What a hash is made of.
     *
     * @param kind as of {@link BlindIndex#of}
     * @param value in the one spelling that all equal values share
     */
    record Clue(String kind, String value) {
        /** Names nobody, since records end up in logs. */
        @Override
        public String toString() {
            return "Clue[" + kind + "]";
        }
    }

    /** The hashes to keep for a person, under the key of today. */
    public List<String> toKeep(HolderDetails person) {
        return clues(person).stream().map(this::of).toList();
    }

    /** The hashes to look for, under every key that is in use. */
    public List<String> toFind(HolderDetails person) {
        return clues(person).stream().flatMap(clue -> candidates(clue).stream()).toList();
    }

    /** What a person is found by: one or two. */
    static List<Clue> clues(HolderDetails person) {
        var found = new ArrayList<Clue>();
        found.add(new Clue(DOCUMENT, plain(person.documentNumber()) + "|" + person.birthDate()));
        if (person.personalNumber() != null && person.issuingState() != null) {
            found.add(new Clue(
                    PERSONAL_NUMBER,
                    person.issuingState() + "|" + plain(person.personalNumber()) + "|" + person.birthDate()));
        }
        return found;
    }

    /** What an organisation is found by. @param country two letters of ISO 3166-1 */
    static Clue registration(String country, String registrationNumber) {
        return new Clue(REGISTRATION, country + "|" + plain(registrationNumber));
    }

    /** Its hash under the key of today. */
    String of(Clue clue) {
        return index.of(clue.kind(), clue.value());
    }

    /** Its hashes under every key that is in use, that of today first. */
    List<String> candidates(Clue clue) {
        return index.candidates(clue.kind(), clue.value());
    }

    /** Which key makes the hashes of today. */
    public String keyId() {
        return index.keyId();
    }

    /** The keys before it that are still searched for. */
    List<String> earlierKeyIds() {
        return index.earlierKeyIds();
    }

    /**
     * Whether two descriptions under one hash can be of one person. Numbers of documents are unique in their state only, and
     * where one of the two does not tell the state, at least a word of the names must be the same; names in two scripts cannot
     * be compared and do not count against it.
     */
    public static boolean compatible(HolderDetails one, HolderDetails other) {
        if (one.issuingState() != null && other.issuingState() != null) {
            return one.issuingState().equals(other.issuingState());
        }
        var words = words(one);
        var others = words(other);
        if (isLatin(words) != isLatin(others)) {
            return true;
        }
        words.retainAll(others);
        return !words.isEmpty();
    }

    private static boolean isLatin(Set<String> words) {
        return words.stream().allMatch(word -> word.chars().allMatch(c -> c < 0x250));
    }

    private static Set<String> words(HolderDetails person) {
        var name = Normalizer.normalize(person.familyName() + " " + person.givenNames(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT);
        return new HashSet<>(Arrays.asList(name.strip().split("[^\\p{L}]+")));
    }

    /** Letters and digits alone, in upper case: people write separators as they like. */
    private static String plain(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
