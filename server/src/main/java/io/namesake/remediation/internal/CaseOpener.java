package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.access.SecretToken;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Lines;
import io.namesake.remediation.Doubt;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases: one at a time for each line and doubt. */
@Service
class CaseOpener {
    private final CaseTable table;
    private final Lines lines;
    private final RemediationPolicy policy;
    private final Contacts contacts;
    private final Cases cases;
    private final SecureRandom random;
    private final Clock clock;

    CaseOpener(
            CaseTable table,
            Lines lines,
            RemediationPolicy policy,
            Contacts contacts,
            Cases cases,
            SecureRandom random,
            Clock clock) {
        this.table = table;
        this.lines = lines;
        this.policy = policy;
        this.contacts = contacts;
        this.cases = cases;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A case to be opened.
     *
     * @param causeReference nothing personal, at most 100 characters
     * @param language null where it is not known
     */
    record Wanted(
            OperatorId operatorId,
            UUID lineId,
            Doubt doubt,
            String causeReference,
            @Nullable UUID campaignId,
            @Nullable Language language,
            @Nullable String email,
            @Nullable String postalReference) {

        @Override
        public String toString() {
            return "Wanted[" + lineId + ", " + doubt + "]";
        }
    }

    /** What came of it. */
    record Opened(RemediationCase remediation, boolean isNew) {}

    /** @throws Problem {@code line-unknown} when the operator has no such line, {@code line-not-in-use} when nobody can use it */
    @Transactional
    public Opened open(Wanted wanted, Actor actor) {
        var line = lines.byId(wanted.operatorId(), wanted.lineId())
                .orElseThrow(() -> new Problem(ProblemType.LINE_UNKNOWN));
        if (!line.status().isInUse()) {
            // The case that ended the line is open until its quarantine is over.
            return table.open(line.id(), wanted.doubt())
                    .map(open -> new Opened(open, false))
                    .orElseThrow(() -> new Problem(ProblemType.LINE_NOT_IN_USE));
        }
        var now = clock.instant();
        var id = UUID.randomUUID();
        var token = SecretToken.random(random);
        var opened = new RemediationCase(
                id,
                wanted.operatorId(),
                wanted.lineId(),
                wanted.doubt(),
                wanted.causeReference(),
                wanted.campaignId(),
                wanted.language(),
                policy.of(wanted.doubt()),
                now,
                CaseState.opened(now),
                0,
                now,
                contacts.seal(id, new Contact(token, wanted.email(), wanted.postalReference())),
                null);
        return table.add(opened, SecretToken.sha256(token))
                ? new Opened(cases.begin(opened, actor), true)
                : new Opened(table.open(wanted.lineId(), wanted.doubt()).orElseThrow(), false);
    }
}
