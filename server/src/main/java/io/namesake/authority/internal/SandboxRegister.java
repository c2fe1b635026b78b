package io.namesake.authority.internal;

import io.namesake.authority.Attribute;
import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityAnswer.Unavailable;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.IdentityAuthority;
import io.namesake.sandbox.MagicNumber;
import io.namesake.sandbox.Register;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** The register of the country that does not exist: it knows the people whom a sandbox plays, and nobody else. */
final class SandboxRegister implements IdentityAuthority {
    /** Longer than an applicant who is played takes from the consent to the submission, and shorter than it takes until a question is asked again. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(20);

    private final Clock clock;

    SandboxRegister(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AuthorityAnswer ask(AuthorityQuestion question) {
        return MagicNumber.of(question.document().number())
                .map(MagicNumber::register)
                .map(register -> answer(register, question))
                .orElseGet(AuthorityAnswer.Unknown::new);
    }

    private AuthorityAnswer answer(Register register, AuthorityQuestion question) {
        return switch (register) {
            case MATCH -> new AuthorityAnswer.Match();
            case MISMATCH -> new AuthorityAnswer.Mismatch(Set.of(Attribute.BIRTH_DATE));
            case UNKNOWN -> new AuthorityAnswer.Unknown();
            case SILENT -> Unavailable.because(Unavailable.Cause.TIMEOUT);
            case SILENT_AT_FIRST ->
                clock.instant().isBefore(question.consent().givenAt().plus(SILENT_FOR))
                        ? Unavailable.because(Unavailable.Cause.BUSY)
                        : new AuthorityAnswer.Match();
        };
    }

    @Override
    public boolean needsFace() {
        return false;
    }
}
