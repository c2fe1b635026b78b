package io.namesake.document.specimen.card;

import io.namesake.document.Identity;
import io.namesake.document.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** People who do not exist. Half of the names are syllables at random, so that nothing can be guessed that was not read. */
public final class SpecimenPeople {
    private static final List<String> SURNAMES =
            List.of(("ERIKSSON,NGUYEN,OKAFOR,GARCIA LOPEZ,KOWALSKI,ABDULLAH,VAN DER BERG,YAMAMOTO,ROSSI,"
                            + "SMITH,IVANOVA,O CONNOR,QUISPE,XHAKA,JOHANNSEN,ZHOU,WIJAYA,FUENTES")
                    .split(","));
    private static final List<String> GIVEN =
            List.of(("ANNA MARIA,LI,JUAN CARLOS,FATIMA,OLGA,KWAME,HANS PETER,YUKI,MARY JANE,"
                            + "QUENTIN,XIMENA,BORIS,ZOE,IBRAHIM,VALERIE,JOSEPHINE")
                    .split(","));
    private static final String CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
    private static final String VOWELS = "AEIOU";
    private static final String NUMBER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private SpecimenPeople() {}

    /**
     * Somebody.
     *
     * @param today the document is valid then
     */
    public static Identity anyone(SpecimenKind kind, LocalDate today, RandomGenerator random) {
        Sex[] sexes = Sex.values();
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            number.append(NUMBER.charAt(random.nextInt(i > 2 ? 10 : NUMBER.length())));
        }
        boolean personal = kind == SpecimenKind.PASSPORT && random.nextBoolean();
        return new Identity(
                kind.code(),
                "UTO",
                number.toString(),
                random.nextBoolean() ? SURNAMES.get(random.nextInt(SURNAMES.size())) : syllables(random),
                random.nextBoolean() ? GIVEN.get(random.nextInt(GIVEN.size())) : syllables(random),
                "UTO",
                Optional.of(today.minusYears(18).minusDays(random.nextInt(25_000))),
                sexes[random.nextInt(sexes.length)],
                Optional.of(today.plusDays(1 + random.nextInt(3_600))),
                personal ? Optional.of("%09d".formatted(random.nextInt(1_000_000_000))) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String syllables(RandomGenerator random) {
        StringBuilder name = new StringBuilder();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            name.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
            if (random.nextInt(4) == 0) {
                name.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            }
        }
        return name.toString();
    }
}
