package io.namesake.application.internal;

import io.namesake.authority.AuthorityAnswer;
import io.namesake.authority.AuthorityQuestion;
import io.namesake.authority.AuthorityQuestion.Consented;
import io.namesake.authority.AuthorityQuestion.Document;
import io.namesake.authority.AuthorityQuestion.Person;
import io.namesake.authority.AuthorityQuestion.Selfie;
import io.namesake.authority.IdentityAuthority;
import io.namesake.decision.Check;
import io.namesake.decision.CheckKind;
import io.namesake.decision.Reason;
import io.namesake.document.Identity;
import io.namesake.document.Sex;
import io.namesake.privacy.Consent;
import io.namesake.privacy.Consents;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What an identity authority says, as a check. Nobody is refused because an authority is silent, and nobody passes: it is asked again for a while,
 * over restarts too, and then a person decides.
 */
@Component
class AuthorityCheck {
    private final Optional<IdentityAuthority> authority;
    private final Consents consents;
    private final EvidenceStore evidence;
    private final AuthorityPatience patience;
    private final Clock clock;

    AuthorityCheck(
            ObjectProvider<IdentityAuthority> authority,
            Consents consents,
            EvidenceStore evidence,
            AuthorityPatience patience,
            Clock clock) {
        this.authority = Optional.ofNullable(authority.getIfAvailable());
        this.consents = consents;
        this.evidence = evidence;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Asks, within the authority's time limits and outside of any transaction.
     *
     * @param read what was read of the document; empty when its fields were typed
     * @throws AuthoritySilent when there is no answer yet
     */
    Check of(LineApplication application, DocumentFields fields, Optional<Identity> read) throws InterruptedException {
        if (authority.isEmpty()) {
            return Check.waived(CheckKind.AUTHORITY);
        }
        var consent = consents.of(application.id())
                .filter(given -> given.withdrawnAt() == null)
                // Whoever agreed to other words did not agree to this question.
                .filter(given -> given.textVersion()
                        .equals(consents.current(given.language()).version()));
        if (consent.isEmpty()) {
            return Check.impossible(CheckKind.AUTHORITY, Reason.AUTHORITY_UNAVAILABLE);
        }
        var answer = authority.get().ask(question(application, fields, read, consent.get()));
        return switch (answer) {
            case AuthorityAnswer.Match _ -> Check.passed(CheckKind.AUTHORITY);
            case AuthorityAnswer.Mismatch _ -> Check.failed(CheckKind.AUTHORITY, Reason.AUTHORITY_MISMATCH);
            case AuthorityAnswer.Unknown _ -> Check.inconclusive(CheckKind.AUTHORITY, Reason.AUTHORITY_UNKNOWN);
            case AuthorityAnswer.Unavailable _ -> silent(application);
        };
    }

    private Check silent(LineApplication application) {
        if (!application.hasWaited(patience.patience(), clock.instant())) {
            throw new AuthoritySilent();
        }
        return Check.impossible(CheckKind.AUTHORITY, Reason.AUTHORITY_UNAVAILABLE);
    }

    private AuthorityQuestion question(
            LineApplication application, DocumentFields fields, Optional<Identity> read, Consent consent) {
        var selfie = authority.filter(IdentityAuthority::needsFace).flatMap(_ -> selfie(application.id()));
        return new AuthorityQuestion(
                application.operatorId(),
                application.id(),
                new Consented(consent.textVersion(), consent.givenAt()),
                new Document(
                        read.map(Identity::issuer), fields.documentNumber(), Optional.ofNullable(fields.expiryDate())),
                new Person(
                        fields.familyName(),
                        fields.givenNames(),
                        fields.birthDate(),
                        read.flatMap(identity -> letter(identity.sex())),
                        read.flatMap(Identity::nativeName),
                        read.flatMap(Identity::personalNumber)),
                selfie);
    }

    private Optional<Selfie> selfie(UUID application) {
        var takenAt = Optional.ofNullable(evidence.received(application).get(EvidenceKind.SELFIE_IMAGE));
        return takenAt.flatMap(time ->
                evidence.open(application, EvidenceKind.SELFIE_IMAGE).map(picture -> new Selfie(picture, time)));
    }

    private static Optional<String> letter(Sex sex) {
        return switch (sex) {
            case FEMALE -> Optional.of("F");
            case MALE -> Optional.of("M");
            case UNSPECIFIED -> Optional.empty();
        };
    }
}
