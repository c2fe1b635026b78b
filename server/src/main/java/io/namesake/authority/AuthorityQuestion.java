package io.namesake.authority;

import io.namesake.access.OperatorId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Is this document known, valid, and this person's?
 *
 * @param operator who asks
 * @param applicationId about which application; it does not leave this server
 * @param consent that the applicant agreed to; without it there is no question
 * @param document what the document says about itself
 * @param person what it says about its holder
 * @param selfie only where the authority's protocol needs it and the consent covers it
 */
public record AuthorityQuestion(
        OperatorId operator,
        UUID applicationId,
        Consented consent,
        Document document,
        Person person,
        Optional<Selfie> selfie) {

    /** What was agreed to, and when. */
    public record Consented(String textVersion, Instant givenAt) {}

    /**
     * The document.
     *
     * @param issuer as machine-readable zones write it; empty when nothing was read of the document
     */
    public record Document(Optional<String> issuer, String number, Optional<LocalDate> expiry) {
        @Override
        public String toString() {
            return "Document[...]";
        }
    }

    /**
     * Its holder.
     *
     * @param sex {@code F}, {@code M} or {@code X}
     * @param nativeName the whole name in the script of the issuer's country
     */
    public record Person(
            String familyName,
            String givenNames,
            LocalDate birth,
            Optional<String> sex,
            Optional<String> nativeName,
            Optional<String> personalNumber) {
        @Override
        public String toString() {
            return "Person[...]";
        }
    }

    /**
     * The applicant's face, as the camera took it.
     *
     * @param picture a whole file, JPEG, PNG or WebP
     * @param takenAt when it came in
     */
    public record Selfie(byte[] picture, Instant takenAt) {
        public Selfie {
            Objects.requireNonNull(picture, "picture");
            Objects.requireNonNull(takenAt, "takenAt");
        }

        @Override
        public String toString() {
            return "Selfie[...]";
        }
    }

    public AuthorityQuestion {
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(applicationId, "applicationId");
        Objects.requireNonNull(consent, "nothing is asked before consent");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(selfie, "selfie");
    }

    /** The question's name for the authority: the same each time it is asked, and nothing that our own records are found by. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(("authority/" + applicationId).getBytes(StandardCharsets.UTF_8));
    }

    /** What is told to the authority, by name. */
    public Set<Attribute> told() {
        var told = EnumSet.of(
                Attribute.DOCUMENT_NUMBER, Attribute.FAMILY_NAME, Attribute.GIVEN_NAMES, Attribute.BIRTH_DATE);
        document.expiry().ifPresent(_ -> told.add(Attribute.EXPIRY_DATE));
        person.sex().ifPresent(_ -> told.add(Attribute.SEX));
        person.nativeName().ifPresent(_ -> told.add(Attribute.NATIVE_NAME));
        person.personalNumber().ifPresent(_ -> told.add(Attribute.PERSONAL_NUMBER));
        selfie.ifPresent(_ -> told.add(Attribute.FACE));
        return told;
    }

    /** Says nothing about the person, since records end up in logs. */
    @Override
    public String toString() {
        return "AuthorityQuestion[" + applicationId + "]";
    }
}
