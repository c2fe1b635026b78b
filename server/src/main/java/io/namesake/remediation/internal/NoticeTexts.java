package io.namesake.remediation.internal;

import io.namesake.language.Language;
import io.namesake.registry.Limit;
import io.namesake.remediation.Doubt;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the notices: short and plain, with what, why, by when and how to appeal, and nothing of a person but the line's own number. */
final class NoticeTexts {
    private static final String BUNDLE = "io.namesake.remediation.notices";

    private NoticeTexts() {}

    /** What is doubted, as half a sentence; it never says who said so. */
    static String doubt(Doubt doubt, Language language) {
        return language.texts(BUNDLE).getString("doubt." + doubt.name());
    }

    static String limits(Set<Limit> limits, Language language) {
        var texts = language.texts(BUNDLE);
        return limits.stream()
                .sorted()
                .map(limit -> texts.getString("limit." + limit.name()))
                .collect(Collectors.joining(language == Language.CHINESE ? "、" : ", "));
    }

    static String subject(NoticeKind kind, RemediationCase about, String line, String link) {
        return filled(kind + ".subject", about, line, link, " / ");
    }

    static String text(NoticeKind kind, boolean brief, RemediationCase about, String line, String link) {
        return filled(kind + (brief ? ".short" : ".text"), about, line, link, brief ? "\n" : "\n\n");
    }

    /** In the person's language; in one language after the other where theirs is not known. */
    private static String filled(String key, RemediationCase about, String line, String link, String between) {
        var known = about.language();
        return (known == null ? Arrays.stream(Language.values()) : Stream.of(known))
                .map(language -> filled(key, about, line, link, language))
                .collect(Collectors.joining(between));
    }

    private static String filled(String key, RemediationCase about, String line, String link, Language language) {
        var terms = about.terms();
        var date = about.nextStepAt().orElse(about.changedAt());
        return language.texts(BUNDLE)
                .getString(key)
                .replace("{appeal}", appeal(about, language))
                .replace("{line}", line)
                .replace("{doubt}", doubt(about.doubt(), language))
                .replace("{limits}", limits(about.state().limits(terms), language))
                .replace("{next}", limits(about.state().limitsOfNextStage(terms), language))
                .replace("{days}", Long.toString(terms.grace().toDays()))
                .replace("{decision}", Long.toString(terms.decisionAfter().toDays()))
                .replace("{date}", date(date, language))
                .replace("{link}", link);
    }

    /** That one can appeal as well and until when, which is not as long as the number is kept; nothing where one cannot. */
    private static String appeal(RemediationCase about, Language language) {
        return about.state()
                .appealUntil(about.terms())
                .map(until -> language.texts(BUNDLE).getString("appeal").replace("{until}", date(until, language)))
                .orElse("");
    }

    private static String date(Instant instant, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language.tag()))
                .format(instant.atOffset(ZoneOffset.UTC));
    }
}
