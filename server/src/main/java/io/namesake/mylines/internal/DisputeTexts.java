package io.namesake.mylines.internal;

import io.namesake.language.Language;
import io.namesake.mylines.internal.MyLinesJson.Explanation;

/** What a decision means, in plain words. They exist for every code in every language; a test sees to it. */
final class DisputeTexts {
    private static final String TEXTS = "io.namesake.mylines.disputes";

    private DisputeTexts() {}

    static Explanation of(Dispute.Code code, Language language) {
        return text(code.name(), language);
    }

    /** For the user of a disputed line, who never learns who complained, or that anybody did. */
    static Explanation hearing(Language language) {
        return text("HEARING", language);
    }

    private static Explanation text(String key, Language language) {
        var texts = language.texts(TEXTS);
        return new Explanation(texts.getString(key + ".explanation"), texts.getString(key + ".nextStep"));
    }
}
