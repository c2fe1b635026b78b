package io.namesake.cli.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Portrait;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of {@code document --json}.
 *
 * @param standing {@code AUTHENTICATED}, {@code READ} or {@code REFUSED}
 * @param strength {@code NONE}, {@code FAIR}, {@code STRONG} or {@code SUPERIOR}
 * @param identity absent when nothing says who it is about
 * @param portrait absent when there is none; the picture itself goes to a file
 * @param checks each one
 * @param missing what was not given and would say more
 * @param relaxed what was let pass
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceJson(
        String standing,
        String strength,
        Person identity,
        Picture portrait,
        List<EvidenceCheck> checks,
        List<String> missing,
        List<String> relaxed) {

    /** As {@link Identity} has it; absent what the document leaves open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            String documentCode,
            String issuer,
            String documentNumber,
            String surname,
            String givenNames,
            String nationality,
            LocalDate birthDate,
            String sex,
            LocalDate lastDay,
            String personalNumber) {

        static Person of(Identity identity) {
            return new Person(
                    identity.documentCode(),
                    identity.issuer(),
                    identity.documentNumber(),
                    identity.surname(),
                    identity.givenNames(),
                    identity.nationality(),
                    identity.birthDate().orElse(null),
                    identity.sex().name(),
                    identity.lastDay().orElse(null),
                    identity.personalNumber().orElse(null));
        }
    }

    /** The portrait's format and length. */
    public record Picture(String format, int bytes) {

        static Picture of(Portrait portrait) {
            return new Picture(portrait.format().name(), portrait.bytes().length);
        }
    }

    public static String of(IdentityEvidence evidence) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new EvidenceJson(
                        evidence.standing().name(),
                        evidence.strength().name(),
                        evidence.identity().map(Person::of).orElse(null),
                        evidence.portrait().map(Picture::of).orElse(null),
                        evidence.checks(),
                        evidence.missing(),
                        evidence.relaxed()));
    }
}
