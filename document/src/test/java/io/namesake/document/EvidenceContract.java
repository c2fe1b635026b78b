package io.namesake.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.EvidenceCheck.Result;
import io.namesake.document.IdentityEvidence.Standing;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every source of evidence keeps, whatever it reads: one suite, run by each. */
public abstract class EvidenceContract {

    /** One reading of one input. */
    public interface Reading {
        IdentityEvidence read() throws Exception;
    }

    /** A reading with words for it. */
    public record Case(String name, Reading reading) {}

    protected abstract EvidenceSource source();

    /** A whole document of a made-up person, that is all right. */
    protected abstract IdentityEvidence genuine() throws Exception;

    /** The strength that a genuine one of this source reaches. */
    protected abstract Strength strength();

    /** The same, changed by somebody else than its issuer. */
    protected abstract List<Case> altered() throws Exception;

    /** What is none at all. */
    protected abstract List<Case> foreign() throws Exception;

    @Test
    void a_genuine_document_says_who_it_is_about_and_shows_them() throws Exception {
        IdentityEvidence evidence = genuine();
        assertThat(evidence.source()).isEqualTo(source());
        assertThat(evidence.identity()).isPresent();
        assertThat(evidence.portrait()).isPresent();
        assertThat(evidence.standing()).isNotEqualTo(Standing.REFUSED);
        assertThat(evidence.strength()).isEqualTo(strength());
    }

    @Test
    void each_check_is_made_once_and_in_order_and_none_has_failed() throws Exception {
        List<EvidenceCheck> checks = genuine().checks();
        assertThat(checks)
                .isNotEmpty()
                .isSortedAccordingTo((one, other) -> one.kind().compareTo(other.kind()))
                .noneMatch(check -> check.result() == Result.FAILED);
        assertThat(checks).extracting(EvidenceCheck::kind).doesNotHaveDuplicates();
    }

    @Test
    void nothing_that_may_end_in_a_log_names_the_person() throws Exception {
        IdentityEvidence evidence = genuine();
        Identity identity = evidence.identity().orElseThrow();
        String said = identity + evidence.checks().toString() + evidence.missing() + evidence.relaxed();
        Stream.of(
                        Stream.of(identity.surname(), identity.givenNames(), identity.documentNumber()),
                        identity.nativeName().stream(),
                        identity.personalNumber().stream(),
                        identity.address().stream(),
                        identity.birthDate().map(Object::toString).stream())
                .flatMap(personal -> personal)
                .filter(personal -> !personal.isBlank())
                .forEach(personal -> assertThat(said)
                        .doesNotContainPattern(
                                Pattern.compile("\\b" + Pattern.quote(personal) + "\\b", Pattern.CASE_INSENSITIVE)));
    }

    @TestFactory
    Stream<DynamicTest> what_was_altered_is_never_authenticated() throws Exception {
        return altered().stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    try {
                        assertThat(one.reading().read().standing()).isNotEqualTo(Standing.AUTHENTICATED);
                    } catch (DocumentUnreadable refused) {
                        assertThat(refused.getMessage()).isNotBlank();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_such_document_is_unreadable_in_words() throws Exception {
        return foreign().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.name(),
                        () -> org.assertj.core.api.Assertions.assertThatThrownBy(
                                        () -> one.reading().read())
                                .isInstanceOf(DocumentUnreadable.class)
                                .message()
                                .isNotBlank()));
    }
}
