package io.namesake.exposure.internal;

import io.namesake.access.AgreedLine;
import io.namesake.access.AgreedLines;
import io.namesake.access.OperatorId;
import io.namesake.registry.DisclosableLines;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the authorization server which consents are in force, each time that it matters. */
@Component
class StandingConsents implements AgreedLines {
    private static final String NUMBER_VERIFICATION = "number-verification:";

    private final ConsentTable consents;
    private final DisclosableLines lines;
    private final Clock clock;

    StandingConsents(ConsentTable consents, DisclosableLines lines, Clock clock) {
        this.consents = consents;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Set<String> purposes() {
        return Arrays.stream(Purpose.values()).map(Purpose::scope).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean silent(String scope) {
        return scope.startsWith(NUMBER_VERIFICATION);
    }

    @Override
    public Optional<AgreedLine> standing(
            OperatorId operator, UUID client, String number, Set<String> scopes, String purpose) {
        var now = clock.instant();
        return lines.of(operator, number)
                .flatMap(line -> consents.granted(client, line.lineId(), line.holderId())
                        .filter(consent -> consent.purpose().scope().equals(purpose)
                                && scopes.stream()
                                        .allMatch(scope -> Scope.find(scope)
                                                .filter(asked -> consent.allows(asked, now))
                                                .isPresent()))
                        .map(consent -> new AgreedLine(consent.id(), line.lineId(), line.holderId())));
    }

    @Override
    public boolean stands(UUID consentId) {
        return consents.stands(consentId, clock.instant());
    }
}
