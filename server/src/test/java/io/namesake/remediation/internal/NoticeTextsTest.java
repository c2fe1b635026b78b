package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.access.OperatorId;
import io.namesake.language.Language;
import io.namesake.registry.Limit;
import io.namesake.remediation.Doubt;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeTextsTest {

    @ParameterizedTest
    @EnumSource
    void every_notice_of_every_doubt_is_whole_in_both_languages(NoticeKind kind) {
        for (var language : Language.values()) {
            for (var doubt : Doubt.values()) {
                var about = about(doubt, language);
                for (var text : new String[] {
                    NoticeTexts.subject(kind, about, "+8613800138000", "LINK"),
                    NoticeTexts.text(kind, false, about, "+8613800138000", "LINK"),
                    NoticeTexts.text(kind, true, about, "+8613800138000", "LINK")
                }) {
                    assertThat(text).contains("+8613800138000").doesNotContain("{", "}");
                }
                assertThat(NoticeTexts.text(kind, true, about, "+8613800138000", "LINK")
                                .contains("LINK"))
                        .isEqualTo(kind != NoticeKind.SETTLED);
            }
            assertThat(NoticeTexts.limits(EnumSet.allOf(Limit.class), language)).isNotBlank();
        }
    }

    @Test
    void whoever_speaks_an_unknown_language_is_told_in_every_one_and_anybody_else_in_theirs() {
        var unknown = NoticeTexts.text(NoticeKind.DOUBT, true, about(Doubt.CAMPAIGN, null), "+8613800138000", "LINK");
        var english = NoticeTexts.text(
                NoticeKind.DOUBT, true, about(Doubt.CAMPAIGN, Language.ENGLISH), "+8613800138000", "LINK");
        var chinese = NoticeTexts.text(
                NoticeKind.DOUBT, true, about(Doubt.CAMPAIGN, Language.CHINESE), "+8613800138000", "LINK");
        assertThat(unknown).isEqualTo(english + "\n" + chinese);
        assertThat(english).contains("Please confirm").doesNotContain("请");
        assertThat(chinese).contains("请").doesNotContain("Please");
        assertThat(NoticeTexts.subject(NoticeKind.DOUBT, about(Doubt.CAMPAIGN, null), "1", "LINK"))
                .isEqualTo("Please confirm your line 1 / 请确认您的线路 1");
    }

    @Test
    void a_reminder_names_the_day_and_what_will_not_work_then() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var notified = about(Doubt.CAMPAIGN, Language.ENGLISH)
                .moved(CaseState.opened(now).at(new Standing.Running(now, 0)), now);
        assertThat(NoticeTexts.text(NoticeKind.REMINDER, false, notified, "1", "LINK"))
                .contains("From January 31, 2026 these do not work: outgoing calls and messages.");
    }

    @Test
    void whose_line_ended_is_told_until_when_an_appeal_is_possible_and_of_none_where_none_is_left() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        var terms = TestTerms.SHIPPED;
        var opened = CaseState.opened(now);
        var ended = opened.at(new Standing.Deactivated(now, now.plus(terms.quarantine())));
        assertThat(text(ended, Language.ENGLISH))
                .contains("kept for you until April 1, 2026: confirm the line or appeal until March 2, 2026, and it");
        assertThat(text(ended, Language.CHINESE)).contains("2026年4月1日", "在 2026年3月2日 之前申诉");
        var last = ended;
        for (int i = 0; i < terms.appeal().atMost(); i++) {
            last = last.appealed();
        }
        assertThat(text(last, Language.ENGLISH))
                .contains("until April 1, 2026: confirm the line, and it")
                .doesNotContain("appeal");
        assertThat(text(last, Language.CHINESE)).contains("2026年4月1日").doesNotContain("申诉");
    }

    private static String text(CaseState state, Language language) {
        var about = about(Doubt.CAMPAIGN, language).moved(state, Instant.parse("2026-01-01T00:00:00Z"));
        return NoticeTexts.text(NoticeKind.DEACTIVATED, false, about, "1", "LINK");
    }

    private static RemediationCase about(Doubt doubt, @Nullable Language language) {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        return new RemediationCase(
                UUID.randomUUID(),
                new OperatorId(UUID.randomUUID()),
                UUID.randomUUID(),
                doubt,
                "ticket",
                null,
                language,
                TestTerms.SHIPPED,
                now,
                CaseState.opened(now),
                1,
                now,
                null,
                null);
    }
}
