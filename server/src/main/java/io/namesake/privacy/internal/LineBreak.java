package io.namesake.privacy.internal;

/**
 * Where a line may be broken: after a space, and before or after a Chinese sign, but neither before punctuation that closes nor
 * after one that opens (the rules of GB/T 15834 in short).
 */
final class LineBreak {
    /** From here on Unicode has what is written without spaces. */
    private static final char EAST_ASIAN = 0x2E80;

    private static final String CLOSING = "。，、；：）》」』！？”’";
    private static final String OPENING = "（《「『“‘";

    private LineBreak() {}

    /** The last place at which the next line may begin. @param most at the latest there, and there when it may nowhere before */
    static int before(CharSequence line, int most) {
        for (int at = most; at > 0; at--) {
            if (mayBegin(line.charAt(at - 1), line.charAt(at))) {
                return at;
            }
        }
        return Math.max(1, most);
    }

    private static boolean mayBegin(char before, char next) {
        if (Character.isLowSurrogate(next) || CLOSING.indexOf(next) >= 0 || OPENING.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || next != ' ' && (before >= EAST_ASIAN || next >= EAST_ASIAN);
    }
}
