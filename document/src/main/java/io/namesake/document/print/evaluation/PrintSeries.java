package io.namesake.document.print.evaluation;

import io.namesake.document.Identity;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.Quad;
import io.namesake.document.specimen.card.DrawnPortrait;
import io.namesake.document.specimen.card.ResidentPages;
import io.namesake.document.specimen.card.ResidentPerson;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import io.namesake.document.specimen.card.SpecimenPeople;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A kind of document to measure.
 *
 * @param name of it
 * @param draw a document of somebody
 */
public record PrintSeries(String name, Drawing draw) {

    /** Draws a document. */
    public interface Drawing {
        Drawn draw(LocalDate today, RandomGenerator random);
    }

    /**
     * A drawn document.
     *
     * @param sides to be photographed
     * @param holder what must be read of it
     * @param portrait where the portrait is on the first side
     */
    public record Drawn(List<Page> sides, Identity holder, Quad portrait) {}

    /** Passports, cards and visas with a machine-readable zone. */
    public static PrintSeries of(SpecimenKind kind) {
        return new PrintSeries(kind.name(), (today, random) -> {
            Identity holder = SpecimenPeople.anyone(kind, today, random);
            List<Page> sides = SpecimenPages.draw(kind, holder, DrawnPortrait.draw(random)).stream()
                    .map(Page::of)
                    .toList();
            return new Drawn(sides, holder, SpecimenPages.portrait(kind));
        });
    }

    /** Resident cards in the Chinese layout. @param family a font with Chinese characters */
    public static PrintSeries residents(String family) {
        return new PrintSeries("RESIDENT_CARD", (today, random) -> {
            ResidentPerson person = ResidentPerson.anyone(today, random);
            List<Page> sides = ResidentPages.draw(person, DrawnPortrait.draw(random), family).stream()
                    .map(Page::of)
                    .toList();
            return new Drawn(
                    sides,
                    new Identity(
                            "I",
                            "CHN",
                            person.number(),
                            "",
                            "",
                            "CHN",
                            Optional.of(person.birthDate()),
                            person.sex(),
                            Optional.of(person.lastDay()),
                            Optional.of(person.number()),
                            Optional.of(person.name()),
                            Optional.of(person.address())),
                    ResidentPages.portrait());
        });
    }

    /** What is compared, by name. */
    static Map<String, Function<Identity, Object>> fields() {
        Map<String, Function<Identity, Object>> fields = new LinkedHashMap<>();
        fields.put("number", Identity::documentNumber);
        fields.put("surname", Identity::surname);
        fields.put("given names", Identity::givenNames);
        fields.put("nationality", Identity::nationality);
        fields.put("birth date", Identity::birthDate);
        fields.put("sex", Identity::sex);
        fields.put("last day", Identity::lastDay);
        fields.put("personal number", Identity::personalNumber);
        fields.put("issuer", Identity::issuer);
        fields.put("name", Identity::nativeName);
        fields.put("address", Identity::address);
        return fields;
    }
}
