package io.namesake.remediation.internal;

import io.namesake.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * A notice as it is sent, made once, so that every attempt sends the same.
 *
 * @param to an E.164 number, an e-mail address, or what the operator finds the postal address by
 * @param subject one line
 * @param text plain text
 * @param language null where the text is in every language
 */
record NoticeMessage(
        String to, String subject, String text, @Nullable Language language) {

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "NoticeMessage[...]";
    }
}
