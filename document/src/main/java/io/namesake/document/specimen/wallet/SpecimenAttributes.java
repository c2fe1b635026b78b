package io.namesake.document.specimen.wallet;

import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.wallet.CredentialKind.Attribute;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a credential is to say: texts, days ({@link LocalDate}) and the bytes of the portrait. */
public final class SpecimenAttributes {
    private static final String NOWHERE = "UT";

    private SpecimenAttributes() {}

    /** All that a line needs, of a person of nowhere. */
    public static Map<Attribute, Object> of(Identity person, Portrait portrait) {
        Map<Attribute, Object> attributes = new EnumMap<>(Attribute.class);
        attributes.put(Attribute.FAMILY_NAME, person.surname());
        attributes.put(Attribute.GIVEN_NAMES, person.givenNames());
        attributes.put(Attribute.DOCUMENT_NUMBER, person.documentNumber());
        attributes.put(Attribute.ISSUING_STATE, NOWHERE);
        attributes.put(Attribute.PORTRAIT, portrait.bytes());
        put(attributes, Attribute.BIRTH_DATE, person.birthDate());
        put(attributes, Attribute.LAST_DAY, person.lastDay());
        return attributes;
    }

    private static void put(Map<Attribute, Object> attributes, Attribute attribute, Optional<LocalDate> date) {
        date.ifPresent(day -> attributes.put(attribute, day));
    }
}
