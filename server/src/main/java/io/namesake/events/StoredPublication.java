package io.namesake.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/** A row of {@code event_publication} that a listener failed at. */
final class StoredPublication implements TargetEventPublication {
    private final UUID id;
    private final PublicationTargetIdentifier listener;
    private final Object event;
    private final Instant publishedAt;
    private final @Nullable Instant resubmittedAt;
    private final int attempts;
    private @Nullable Instant completedAt;

    /** @param resubmittedAt null where it was tried once only */
    StoredPublication(
            UUID id,
            String listener,
            Object event,
            Instant publishedAt,
            @Nullable Instant resubmittedAt,
            int attempts) {
        this.id = id;
        this.listener = PublicationTargetIdentifier.of(listener);
        this.event = event;
        this.publishedAt = publishedAt;
        this.resubmittedAt = resubmittedAt;
        this.attempts = attempts;
    }

    @Override
    public UUID getIdentifier() {
        return id;
    }

    @Override
    public PublicationTargetIdentifier getTargetIdentifier() {
        return listener;
    }

    /** The same each time: the registry knows what is under way by it. */
    @Override
    public Object getEvent() {
        return event;
    }

    @Override
    public Instant getPublicationDate() {
        return publishedAt;
    }

    @Override
    public Optional<Instant> getCompletionDate() {
        return Optional.ofNullable(completedAt);
    }

    @Override
    public void markCompleted(Instant at) {
        completedAt = at;
    }

    @Override
    public Status getStatus() {
        return completedAt == null ? Status.FAILED : Status.COMPLETED;
    }

    @Override
    public @Nullable Instant getLastResubmissionDate() {
        return resubmittedAt;
    }

    @Override
    public int getCompletionAttempts() {
        return attempts;
    }
}
