package io.namesake.authority.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.AuthorityQuestion.Selfie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question on the wire, docs/api/authority.yaml. Absent is what is not known; no text is empty. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionJson(
        UUID question,
        Instant askedAt,
        ConsentJson consent,
        DocumentJson document,
        PersonJson person,
        byte @Nullable [] face) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentJson(String textVersion, Instant givenAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentJson(
            @Nullable String issuer,
            String number,
            @Nullable LocalDate expiryDate) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonJson(
            @Nullable String familyName,
            @Nullable String givenNames,
            @Nullable String nativeName,
            LocalDate birthDate,
            @Nullable String sex,
            @Nullable String personalNumber) {}

    static QuestionJson of(AuthorityQuestion question, Instant now) {
        var document = question.document();
        var person = question.person();
        return new QuestionJson(
                question.id(),
                now,
                new ConsentJson(
                        question.consent().textVersion(), question.consent().givenAt()),
                new DocumentJson(
                        document.issuer().orElse(null),
                        document.number(),
                        document.expiry().orElse(null)),
                new PersonJson(
                        absent(person.familyName()),
                        absent(person.givenNames()),
                        person.nativeName().orElse(null),
                        person.birth(),
                        person.sex().orElse(null),
                        person.personalNumber().orElse(null)),
                question.selfie().map(Selfie::picture).orElse(null));
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}
