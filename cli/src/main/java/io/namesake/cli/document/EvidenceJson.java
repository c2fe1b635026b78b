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
 * @param source {@code CHIP}, {@code PRINT} or {@code WALLET}
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
        String source,
        String standing,
        String strength,
        Person identity,
        Picture portrait,
        List<Check> checks,
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
            String personalNumber,
            String nativeName,
            String address) {

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
                    identity.personalNumber().orElse(null),
                    identity.nativeName().orElse(null),
                    identity.address().orElse(null));
        }
    }

    /** As {@link EvidenceCheck} has it; the confidence, 0 to 100, is absent where the result is a plain fact. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Check(String kind, String result, String detail, Integer confidence) {

        static Check of(EvidenceCheck check) {
            return new Check(
                    check.kind().name(),
                    check.result().name(),
                    check.detail(),
                    check.confidence().isPresent() ? check.confidence().getAsInt() : null);
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
                        evidence.source().name(),
                        evidence.standing().name(),
                        evidence.strength().name(),
                        evidence.identity().map(Person::of).orElse(null),
                        evidence.portrait().map(Picture::of).orElse(null),
                        evidence.checks().stream().map(Check::of).toList(),
                        evidence.missing(),
                        evidence.relaxed()));
    }
}
