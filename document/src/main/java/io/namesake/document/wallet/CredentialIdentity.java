package io.namesake.document.wallet;

import io.namesake.document.CheckKind;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.wallet.CredentialKind.Attribute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the attributes of a credential say of its holder.
 *
 * @param identity empty when no name was shown
 * @param portrait empty when none was shown
 * @param country of the issuer, two letters, as it was shown
 * @param missing what a line needs and was not shown, by its names
 */
record CredentialIdentity(
        Optional<Identity> identity, Optional<Portrait> portrait, Optional<String> country, List<String> missing) {
    /** ISO/IEC 5218. */
    private static final long MALE = 1;

    private static final long FEMALE = 2;

    static CredentialIdentity of(CredentialKind kind, Attributes shown) throws DocumentUnreadable {
        Optional<String> family = shown.text(kind.name(Attribute.FAMILY_NAME));
        Optional<String> given = shown.text(kind.name(Attribute.GIVEN_NAMES));
        Optional<String> country =
                shown.text(kind.name(Attribute.ISSUING_STATE)).map(code -> code.toUpperCase(Locale.ROOT));
        Optional<byte[]> picture = shown.bytes(kind.name(Attribute.PORTRAIT));
        Optional<Portrait> portrait = picture.isEmpty() ? Optional.empty() : Optional.of(Portrait.of(picture.get()));
        Identity identity = new Identity(
                kind.documentCode(),
                country.map(CredentialIdentity::threeLetters).orElse(""),
                shown.text(kind.name(Attribute.DOCUMENT_NUMBER)).orElse(""),
                latin(family).orElse(""),
                latin(given).orElse(""),
                shown.text(kind.name(Attribute.NATIONALITY))
                        .map(code -> threeLetters(code.toUpperCase(Locale.ROOT)))
                        .orElse(""),
                shown.date(kind.name(Attribute.BIRTH_DATE)),
                sex(shown.number(kind.name(Attribute.SEX))),
                shown.date(kind.name(Attribute.LAST_DAY)),
                shown.text(kind.name(Attribute.PERSONAL_NUMBER)),
                nativeName(kind, shown, family, given),
                Optional.empty());
        boolean named = family.isPresent() || given.isPresent();
        return new CredentialIdentity(
                named ? Optional.of(identity) : Optional.empty(), portrait, country, missing(kind, shown));
    }

    /** Whether the document itself is over, which is another thing than its credential. */
    static EvidenceCheck expiry(Optional<Identity> identity, LocalDate today) {
        return identity.flatMap(Identity::lastDay)
                .map(last -> last.isBefore(today)
                        ? EvidenceCheck.failed(CheckKind.EXPIRY, "the document's last day was " + last)
                        : EvidenceCheck.passed(CheckKind.EXPIRY, "valid until " + last))
                .orElse(EvidenceCheck.inconclusive(CheckKind.EXPIRY, "the document's last day was not shown"));
    }

    private static List<String> missing(CredentialKind kind, Attributes shown) {
        List<String> missing = new ArrayList<>();
        for (Attribute attribute : Attribute.values()) {
            if (attribute.isNeeded() && !shown.values().containsKey(kind.name(attribute))) {
                missing.add(kind.name(attribute));
            }
        }
        return missing;
    }

    /** The name in another script: as the credential writes it beside the Latin one, or in its place. */
    private static Optional<String> nativeName(
            CredentialKind kind, Attributes shown, Optional<String> family, Optional<String> given)
            throws DocumentUnreadable {
        Optional<String> nativeFamily = shown.text(kind.name(Attribute.NATIVE_FAMILY_NAME));
        Optional<String> nativeGiven = shown.text(kind.name(Attribute.NATIVE_GIVEN_NAMES));
        boolean allLatin = latin(family).equals(family) && latin(given).equals(given);
        if (nativeFamily.isEmpty() && nativeGiven.isEmpty() && !allLatin) {
            nativeFamily = family;
            nativeGiven = given;
        }
        List<String> parts =
                Stream.of(nativeFamily, nativeGiven).flatMap(Optional::stream).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private static Optional<String> latin(Optional<String> name) {
        return name.filter(text -> text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN));
    }

    private static Sex sex(Optional<Long> code) {
        return code.map(value -> value == MALE ? Sex.MALE : value == FEMALE ? Sex.FEMALE : Sex.UNSPECIFIED)
                .orElse(Sex.UNSPECIFIED);
    }

    /** ISO 3166-1 alpha-3 of alpha-2; what is neither stays as it is. */
    private static String threeLetters(String code) {
        try {
            String three = code.length() == 2 ? Locale.of("", code).getISO3Country() : code;
            return three.isEmpty() ? code : three;
        } catch (MissingResourceException unknown) {
            return code;
        }
    }
}
