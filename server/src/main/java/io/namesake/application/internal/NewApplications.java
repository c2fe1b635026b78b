package io.namesake.application.internal;

import io.namesake.access.OperatorId;
import io.namesake.application.Applications;
import io.namesake.application.CreatedApplication;
import io.namesake.application.Purpose;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.language.Language;
import io.namesake.privacy.RetentionSettings;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.EquipmentKind;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineTaken;
import io.namesake.registry.Lines;
import io.namesake.registry.SimChanges;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts applications. */
@Service
class NewApplications implements Applications {
    private final ApplicationTable applications;
    private final EvidenceClock evidence;
    private final CaptureLinks links;
    private final IdempotencyKeys keys;
    private final Lines lines;
    private final SimChanges simChanges;
    private final AuditLog audit;
    private final RetentionSettings retention;
    private final Clock clock;

    NewApplications(
            ApplicationTable applications,
            EvidenceClock evidence,
            CaptureLinks links,
            IdempotencyKeys keys,
            Lines lines,
            SimChanges simChanges,
            AuditLog audit,
            RetentionSettings retention,
            Clock clock) {
        this.applications = applications;
        this.evidence = evidence;
        this.links = links;
        this.keys = keys;
        this.lines = lines;
        this.simChanges = simChanges;
        this.audit = audit;
        this.retention = retention;
        this.clock = clock;
    }

    /** A SIM as it was written. */
    record Sim(EquipmentKind kind, String value) {
        /** Without the value, since records end up in logs. */
        @Override
        public String toString() {
            return "Sim[" + kind + "]";
        }
    }

    /**
     * What is asked for.
     *
     * @param line null exactly when the purpose is to see one's own lines
     * @param sim the SIM that the line is to get; not null exactly when its holder is to agree to one
     */
    record Wanted(
            Purpose purpose,
            @Nullable LineIdentifier line,
            Language language,
            @Nullable Sim sim) {

        private String canonical() {
            var about = line == null
                    ? IdempotencyKeys.canonical(language.tag())
                    : IdempotencyKeys.canonical(line.service().name(), line.value(), language.tag());
            // The form of the last release stays what it was, so that a key of before the update still works.
            var all = sim == null
                    ? about
                    : IdempotencyKeys.canonical(about, sim.kind().name(), sim.value());
            return purpose == Purpose.NEW_LINE ? all : IdempotencyKeys.canonical(purpose.name(), all);
        }
    }

    @Override
    @Transactional
    public CreatedApplication create(OperatorId operator, LineIdentifier line, Language language) {
        return start(operator, new Wanted(Purpose.NEW_LINE, line, language, null));
    }

    @Override
    @Transactional
    public CreatedApplication createForSim(
            OperatorId operator, LineIdentifier line, EquipmentKind kind, String written, Language language) {
        return start(operator, new Wanted(Purpose.SIM_CHANGE, line, language, new Sim(kind, written)));
    }

    @Override
    @Transactional
    public boolean withdraw(OperatorId operator, UUID applicationId) {
        return applications
                .find(applicationId)
                .filter(application -> application.operatorId().equals(operator))
                .map(application -> evidence.expire(application.id(), "application.withdrawn"))
                .orElse(false);
    }

    @Override
    public Optional<Standing> standing(OperatorId operator, UUID applicationId) {
        return applications
                .find(applicationId)
                .filter(application -> application.operatorId().equals(operator))
                .map(NewApplications::standing);
    }

    private static Standing standing(LineApplication application) {
        boolean over = application.state() == State.VERIFIED || application.state() == State.REFUSED;
        var decided = over ? application.decision() : null;
        return new Standing(
                decided == null ? null : decided.decision(),
                decided == null ? null : decided.at(),
                application.state() == State.EXPIRED);
    }

    @Override
    @Transactional
    public CreatedApplication createForMyLines(OperatorId operator, Language language) {
        return start(operator, new Wanted(Purpose.MY_LINES, null, language, null));
    }

    @Override
    public Optional<VerifiedHolder> verifiedHolder(UUID applicationId) {
        return applications.find(applicationId).flatMap(NewApplications::verified);
    }

    @Override
    public Optional<VerifiedHolder> verifiedHolder(OperatorId operator, UUID applicationId) {
        return applications
                .find(applicationId)
                .filter(application -> application.operatorId().equals(operator))
                .flatMap(NewApplications::verified);
    }

    private static Optional<VerifiedHolder> verified(LineApplication application) {
        var holder = application.holderId();
        return application.state() == State.VERIFIED && holder != null
                ? application.decidedIfAny().map(decided -> new VerifiedHolder(holder, decided.at()))
                : Optional.empty();
    }

    @Override
    public Set<UUID> applicationsOf(UUID holderId) {
        return applications.of(holderId);
    }

    /** Once per key, when there is one. */
    @Transactional
    CreatedApplication create(OperatorId operator, Wanted wanted, Optional<String> key) {
        if (key.isEmpty()) {
            return start(operator, wanted);
        }
        return keys.once(
                operator, key.get(), wanted.canonical(), CreatedApplication.class, () -> start(operator, wanted));
    }

    private CreatedApplication start(OperatorId operator, Wanted wanted) {
        var now = clock.instant();
        var line = wanted.line();
        var application = new LineApplication(
                UUID.randomUUID(),
                operator,
                wanted.purpose(),
                line,
                wanted.language(),
                State.CREATED,
                now,
                now,
                now.plus(retention.unfinished()),
                null,
                null,
                null,
                null);
        reserve(application, wanted);
        applications.insert(application);
        var link = links.issue(application.id());
        audit.append(new AuditEntry(
                operator,
                "application.created",
                application.id().toString(),
                line == null
                        ? Map.of("purpose", wanted.purpose().name())
                        : Map.of(
                                "purpose",
                                wanted.purpose().name(),
                                "service",
                                line.service().name())));
        return new CreatedApplication(
                application.id(),
                wanted.purpose(),
                line == null ? null : line.service(),
                line == null ? null : line.value(),
                wanted.language(),
                State.CREATED.name(),
                now,
                link);
    }

    private void reserve(LineApplication application, Wanted wanted) {
        try {
            switch (application.purpose()) {
                case NEW_LINE -> lines.reserve(application.operatorId(), application.requiredLine(), application.id());
                case REVERIFY ->
                    lines.reserveAgain(application.operatorId(), application.requiredLine(), application.id());
                case SIM_CHANGE -> {
                    var sim = Objects.requireNonNull(wanted.sim());
                    simChanges.ask(
                            application.operatorId(),
                            application.requiredLine(),
                            application.id(),
                            sim.kind(),
                            sim.value());
                }
                case MY_LINES -> {}
            }
        } catch (LineTaken taken) {
            throw new Problem(
                    application.purpose() == Purpose.NEW_LINE ? ProblemType.LINE_TAKEN : ProblemType.LINE_UNKNOWN);
        }
    }
}
