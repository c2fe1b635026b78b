package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.access.OperatorId;
import io.namesake.language.Language;
import io.namesake.registry.Limit;
import io.namesake.remediation.Doubt;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
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

    private static RemediationCase about(Doubt doubt, Language language) {
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
