package io.namesake.privacy.internal;

import io.namesake.language.Language;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionRule;
import io.namesake.privacy.RetentionSettings;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The table of what is kept, with the configured times and in every language. */
@Component
class RetentionRules {
    private static final String BUNDLE = "io.namesake.privacy.retention";
    /** Up to here times are told in hours. */
    private static final Duration HOURS = Duration.ofHours(72);

    private final RetentionSettings settings;
    private final Duration idempotencyKey;

    /** @param idempotencyKey a setting of the module that owns those keys */
    RetentionRules(
            RetentionSettings settings, @Value("${namesake.application.idempotency-key:24h}") Duration idempotencyKey) {
        this.settings = settings;
        this.idempotencyKey = idempotencyKey;
    }

    List<RetentionRule> in(Language language) {
        return Arrays.stream(KeptData.values())
                .map(kind -> rule(kind, language))
                .toList();
    }

    RetentionRule rule(KeptData kind, Language language) {
        var texts = language.texts(BUNDLE);
        var time = time(kind);
        return new RetentionRule(
                kind.slug(),
                texts.getString(kind.slug() + ".what"),
                time.orElse(null),
                time.map(known -> inWords(known, texts)).orElse(texts.getString("for-good")),
                texts.getString(kind.slug() + ".from"),
                texts.getString(kind.slug() + ".why"),
                kind.setBy().orElse(null));
    }

    Optional<Duration> time(KeptData kind) {
        return kind == KeptData.IDEMPOTENCY_KEYS ? Optional.of(idempotencyKey) : kind.time(settings);
    }

    private static String inWords(Duration time, ResourceBundle texts) {
        if (time.isZero()) {
            return texts.getString("at-once");
        }
        boolean inHours = time.compareTo(HOURS) < 0;
        // Rounded up: what we say must not be shorter than what we do.
        return MessageFormat.format(
                texts.getString(inHours ? "hours" : "days"),
                String.valueOf(inHours ? Math.ceilDiv(time.toMinutes(), 60) : Math.ceilDiv(time.toHours(), 24)));
    }
}
