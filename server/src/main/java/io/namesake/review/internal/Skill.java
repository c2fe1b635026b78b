package io.namesake.review.internal;

import io.namesake.application.ReviewSubject;
import io.swagger.v3.oas.annotations.media.Schema;

/** What somebody must have been trained for to judge a document. */
@Schema(name = "ReviewSkill")
enum Skill {
    /** Data and portrait of a chip or a wallet: nothing printed to be judged. */
    CHIP,
    /** Photos of a printed document. */
    PRINTED,
    /** The same, in Chinese. */
    CHINESE_DOCUMENT,
    /** A picture beside typed fields. */
    GENERAL;

    static Skill neededFor(ReviewSubject subject) {
        return switch (subject.source()) {
            case CHIP, WALLET -> CHIP;
            case PRINT -> subject.chinese() ? CHINESE_DOCUMENT : PRINTED;
            case TYPED -> GENERAL;
        };
    }
}
