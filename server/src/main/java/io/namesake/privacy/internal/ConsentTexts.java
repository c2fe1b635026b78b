package io.namesake.privacy.internal;

import io.namesake.access.SecretToken;
import io.namesake.language.Language;
import io.namesake.privacy.ConsentText;
import io.namesake.privacy.RetentionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The current consent text in every language, with the configured times filled in.
 *
 * <p>Its version is {@code 1-} and the beginning of the SHA-256 of all its words. So nobody can change a word, or the time that
 * pictures are kept, and leave the version as it was.
 */
@Component
class ConsentTexts {
    private static final String BUNDLE = "io.namesake.privacy.consent";
    private static final String EDITION = "1-";

    private final String authority;
    private final Map<Language, ConsentText> texts = new EnumMap<>(Language.class);

    /**
     * @param authority which authority is asked about documents, NONE for nobody; the text says so when there is one
     * @param face whether it gets the selfie, too
     */
    ConsentTexts(
            RetentionSettings retention,
            @Value("${namesake.authority.kind:NONE}") String authority,
            @Value("${namesake.authority.face:false}") boolean face) {
        this.authority = authority.equalsIgnoreCase("NONE") ? "" : face ? "authority.face" : "authority";
        var words = new StringBuilder();
        for (var language : Language.values()) {
            words.append(read(language, "", retention));
        }
        var version = EDITION + SecretToken.sha256(words.toString()).substring(0, 8);
        for (var language : Language.values()) {
            texts.put(language, read(language, version, retention));
        }
    }

    ConsentText in(Language language) {
        return texts.get(language);
    }

    /** Hex SHA-256 of the words that were shown: proof of what was agreed to. */
    String sha256(Language language) {
        return SecretToken.sha256(in(language).toString());
    }

    private ConsentText read(Language language, String version, RetentionSettings retention) {
        var bundle = language.texts(BUNDLE);
        var paragraphs = new ArrayList<>(numbered(bundle, "paragraph.", retention));
        if (!authority.isEmpty()) {
            paragraphs.add(bundle.getString(authority));
        }
        return new ConsentText(
                version,
                language,
                bundle.getString("title"),
                List.copyOf(paragraphs),
                numbered(bundle, "purpose.", retention),
                bundle.getString("alternative"));
    }

    private static List<String> numbered(ResourceBundle bundle, String prefix, RetentionSettings retention) {
        return IntStream.iterate(1, number -> bundle.containsKey(prefix + number), number -> number + 1)
                .mapToObj(number -> bundle.getString(prefix + number))
                .map(text -> text.replace("{unfinishedHours}", hours(retention.unfinished()))
                        .replace("{reviewDays}", days(retention.review())))
                .toList();
    }

    private static String hours(Duration time) {
        return String.valueOf(time.toHours());
    }

    /** Rounded up: what we promise must not be shorter than what we do. */
    private static String days(Duration time) {
        return String.valueOf(Math.ceilDiv(time.toHours(), 24));
    }
}
