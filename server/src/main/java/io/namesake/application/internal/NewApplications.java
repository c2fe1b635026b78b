package io.namesake.application.internal;

import io.namesake.access.OperatorId;
import io.namesake.application.Applications;
import io.namesake.application.CreatedApplication;
import io.namesake.audit.AuditEntry;
import io.namesake.audit.AuditLog;
import io.namesake.language.Language;
import io.namesake.privacy.RetentionSettings;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.LineTaken;
import io.namesake.registry.Lines;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts applications. */
@Service
class NewApplications implements Applications {
    private final ApplicationTable applications;
    private final CaptureLinks links;
    private final IdempotencyKeys keys;
    private final Lines lines;
    private final AuditLog audit;
    private final RetentionSettings retention;
    private final Clock clock;

    NewApplications(
            ApplicationTable applications,
            CaptureLinks links,
            IdempotencyKeys keys,
            Lines lines,
            AuditLog audit,
            RetentionSettings retention,
            Clock clock) {
        this.applications = applications;
        this.links = links;
        this.keys = keys;
        this.lines = lines;
        this.audit = audit;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    @Transactional
    public CreatedApplication create(OperatorId operator, LineIdentifier line, Language language) {
        return start(operator, line, language);
    }

    /** Once per key, when there is one. */
    @Transactional
    CreatedApplication create(OperatorId operator, LineIdentifier line, Language language, Optional<String> key) {
        if (key.isEmpty()) {
            return start(operator, line, language);
        }
        var request = IdempotencyKeys.canonical(line.service().name(), line.value(), language.tag());
        return keys.once(operator, key.get(), request, CreatedApplication.class, () -> start(operator, line, language));
    }

    private CreatedApplication start(OperatorId operator, LineIdentifier line, Language language) {
        var now = clock.instant();
        var application = new LineApplication(
                UUID.randomUUID(),
                operator,
                line,
                language,
                State.CREATED,
                now,
                now,
                now.plus(retention.unfinished()),
                null,
                null,
                null);
        try {
            lines.reserve(operator, line, application.id());
        } catch (LineTaken taken) {
            throw new Problem(ProblemType.LINE_TAKEN);
        }
        applications.insert(application);
        var link = links.issue(application.id());
        audit.append(new AuditEntry(
                operator,
                "application.created",
                application.id().toString(),
                Map.of("service", line.service().name())));
        return new CreatedApplication(
                application.id(), line.service(), line.value(), language, State.CREATED.name(), now, link);
    }
}
