package io.namesake.document.print;

import io.namesake.document.CheckKind;
import io.namesake.document.EvidenceCheck;
import io.namesake.document.print.PortraitSign.State;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the portrait was put in afterwards: three looks and one check, since they are about one question, and whoever reviews it wants to know at once which of them saw
 * something and which could not say. What two of them saw counts for more than what one did; none is a verdict.
 */
final class PortraitSigns {
    private static final int EACH_FURTHER = 10;
    private static final int MOST_SURE = 90;
    /** How sure it is that nothing was done, for each look that saw nothing: a good forgery shows nothing either. */
    private static final int EACH_QUIET = 20;

    private PortraitSigns() {}

    static EvidenceCheck check(List<PortraitSign> signs) {
        List<PortraitSign> seen = of(signs, State.SEEN);
        List<PortraitSign> quiet = of(signs, State.NOT_SEEN);
        if (!seen.isEmpty()) {
            int confidence =
                    seen.stream().mapToInt(PortraitSign::confidence).max().orElseThrow()
                            + EACH_FURTHER * (seen.size() - 1);
            return EvidenceCheck.inconclusive(
                            CheckKind.PORTRAIT_REPLACED,
                            "signs that it was put in afterwards: " + words(seen) + rest(signs, seen))
                    .withConfidence(Math.min(MOST_SURE, confidence));
        }
        return quiet.isEmpty()
                ? EvidenceCheck.inconclusive(CheckKind.PORTRAIT_REPLACED, "nothing can be said: " + words(signs))
                : EvidenceCheck.passed(CheckKind.PORTRAIT_REPLACED, words(quiet) + rest(signs, quiet))
                        .withConfidence(EACH_QUIET * quiet.size());
    }

    private static List<PortraitSign> of(List<PortraitSign> signs, State state) {
        return signs.stream().filter(sign -> sign.state() == state).toList();
    }

    private static String rest(List<PortraitSign> signs, List<PortraitSign> said) {
        List<PortraitSign> others =
                signs.stream().filter(sign -> !said.contains(sign)).toList();
        return others.isEmpty() ? "" : "; beside that, " + words(others);
    }

    private static String words(List<PortraitSign> signs) {
        return signs.stream().map(PortraitSign::words).collect(Collectors.joining("; "));
    }
}
