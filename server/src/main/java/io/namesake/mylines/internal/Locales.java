package io.namesake.mylines.internal;

import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;

/** The {@code locale} of a request. */
final class Locales {

    private Locales() {}

    /** @throws Problem {@code request-invalid} */
    static Language of(String tag) {
        return Language.find(tag)
                .orElseThrow(() -> new Problem(ProblemType.REQUEST_INVALID, "The languages are en and zh-CN."));
    }
}
