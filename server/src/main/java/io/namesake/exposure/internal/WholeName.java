package io.namesake.exposure.internal;

import io.namesake.registry.HolderDetails;

/** A name as its bearer would write it. */
final class WholeName {

    private WholeName() {}

    /** Chinese, Japanese and Korean names begin with the family and have no space; others end with it. */
    static String of(HolderDetails holder) {
        boolean ideographs = (holder.familyName() + holder.givenNames())
                .codePoints()
                .allMatch(c ->
                        Character.isIdeographic(c) || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
        return ideographs
                ? holder.familyName() + holder.givenNames()
                : (holder.givenNames() + " " + holder.familyName()).strip();
    }
}
