package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a document says of itself that it is a specimen, which stands for nobody. A machine is sure only of the code that ICAO keeps for no country, read in both of its places (Doc 9303-3, section 5): that
 * is a failure. A word on the page may be misread, or be somebody's name, so it is a sign for a person to look at.
 */
final class SpecimenSigns {
    private static final String NOWHERE = "UTO";
    private static final int CODE_TWICE = 99;
    private static final int CODE_ONCE = 90;
    private static final int WORD = 85;
    private static final int NAME = 70;

    /** In one word or run together with others, as marks are printed again and again; nobody's name. Accents are taken off before, and may have been lost as letters too. */
    private static final Pattern MARK = Pattern.compile("SP.?CIMEN|PECIMEN|SPECIME(?=$|[^NA-Z])|样本|样证|樣本|見本|见本");
    /** Beside this the word means another thing. */
    private static final Pattern SIGNATURE =
            Pattern.compile("SPECIMEN (OF )?((THE )?(HOLDER|BEARER)'?S )?SIGNATURE|SIGNATURE SPECIMEN");
    /** In other languages; each is a word with other meanings, or a name, so it counts only alone and when it is not the holder's. */
    private static final Set<String> WORDS =
            Set.of("MUSTER", "MUSTERMANN", "UZORAK", "VZOR", "WZOR", "MINTA", "MALLI", "NAIDIS", "PARAUGS");
    /** Beginning of the numbers of public specimens of some states. */
    private static final String NUMBER = "SPECI";

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    private SpecimenSigns() {}

    /** @param texts rows that were read on all pages */
    static EvidenceCheck check(Identity identity, Collection<String> texts) {
        boolean issuer = identity.issuer().equals(NOWHERE);
        boolean nationality = identity.nationality().equals(NOWHERE);
        if (issuer && nationality) {
            return EvidenceCheck.failed(
                            CheckKind.SPECIMEN, "its issuer and nationality are UTO, which stands for no country")
                    .withConfidence(CODE_TWICE);
        }
        if (issuer || nationality) {
            return sign("it has the code UTO, which stands for no country, in one of two places", CODE_ONCE);
        }
        Set<String> names = Set.copyOf(
                words(plain(identity.surname() + " " + identity.givenNames())).toList());
        if (names.stream().anyMatch(name -> MARK.matcher(name).find())
                || identity.documentNumber().startsWith(NUMBER)) {
            return sign("its zone has the word for a specimen as a name or a number", NAME);
        }
        return texts.stream().anyMatch(text -> isMark(text, names))
                ? sign("it says that it is a specimen", WORD)
                : EvidenceCheck.passed(CheckKind.SPECIMEN, "nothing was read that says specimen");
    }

    private static EvidenceCheck sign(String detail, int confidence) {
        return EvidenceCheck.inconclusive(CheckKind.SPECIMEN, detail).withConfidence(confidence);
    }

    private static boolean isMark(String text, Set<String> names) {
        String plain = plain(text);
        if (SIGNATURE.matcher(plain).find()) {
            return false;
        }
        List<String> words = words(plain).toList();
        return MARK.matcher(plain).find()
                || !words.isEmpty() && words.stream().allMatch(word -> WORDS.contains(word) && !names.contains(word));
    }

    private static Stream<String> words(String plain) {
        return NO_LETTERS.splitAsStream(plain).filter(word -> !word.isEmpty());
    }

    /** Capital letters without accents. */
    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }
}
