package io.namesake.document.print.zone;

import io.namesake.document.mrz.MrzFormat.Place;
import java.util.Arrays;
import java.util.List;

/**
 * The likeliest way to read a row as exactly so many characters (Viterbi over the steps of a network that was trained with CTC; Graves et al.
 * 2006): a character may last for some steps, nothing may stand between two, and must between two of a kind.
 */
final class RowAlignment {
    private static final float NEVER = -1e9f;
    /** Below this some step had nothing that could stand there. */
    private static final float IMPOSSIBLE = NEVER / 2;

    private static final byte FILLER = 0;
    /** What it costs to take one long filler for two: the network blurs their rows. */
    private static final float RUN = -2;

    /** Characters off its place at which none is looked for any more: nothing that can be read begins there, and most of the work would be there. */
    private static final double FARTHEST = 8;

    private static final int LETTERS = ZoneLetters.ALL.length();

    private final ZoneLetters letters;
    private final List<Place> places;
    private final Pitch pitch;
    private final int length;
    private final int steps;
    /** Best score of: that many characters are over and nothing stands here. */
    private float[] after;
    /** Best score of: this character of this place stands here. */
    private float[][] at;
    /** Where each came from: -1 the same, -2 nothing before, else the character before. */
    private final byte[][][] atFrom;
    /** -1 the same, else the character that ended. */
    private final byte[][] afterFrom;

    private final int[][] allowed;
    private final int[] read;
    private final int[] first;
    private final int[] last;
    private final double score;

    /** @param pitch where characters should stand */
    RowAlignment(ZoneLetters letters, List<Place> places, Pitch pitch) {
        this.letters = letters;
        this.pitch = pitch;
        this.places = places;
        this.length = places.size();
        this.steps = letters.steps();
        this.atFrom = new byte[steps][length][LETTERS];
        this.afterFrom = new byte[steps][length + 1];
        this.allowed = places.stream()
                .map(place -> ZoneLetters.allowed(place)
                        .chars()
                        .map(ZoneLetters.ALL::indexOf)
                        .toArray())
                .toArray(int[][]::new);
        this.read = new int[length];
        this.first = new int[length];
        this.last = new int[length];
        forward();
        this.score = backward();
    }

    /** Whether the row can be read so at all, with every character near its place. */
    boolean isPossible() {
        return score > IMPOSSIBLE;
    }

    /** Natural logarithm of the likelihood, per step. */
    double score() {
        return score / steps;
    }

    /** How likely each character is at a place, given where it lies: logarithms, by the index in {@link ZoneLetters#ALL}. */
    double[] judged(int place) {
        double[] judged = new double[LETTERS];
        Arrays.fill(judged, NEVER);
        for (char letter : ZoneLetters.allowed(places.get(place)).toCharArray()) {
            int index = ZoneLetters.ALL.indexOf(letter);
            double best = NEVER;
            for (int step = first[place]; step <= last[place]; step++) {
                best = Math.max(best, letters.letter(places.get(place), index, step));
            }
            judged[index] = best;
        }
        return judged;
    }

    /** The middle of the steps of a place. */
    double middle(int place) {
        return (first[place] + last[place]) / 2.0;
    }

    char read(int place) {
        return ZoneLetters.ALL.charAt(read[place]);
    }

    private void forward() {
        after = new float[length + 1];
        at = new float[length][LETTERS];
        Arrays.fill(after, NEVER);
        after[0] = 0;
        for (float[] place : at) {
            Arrays.fill(place, NEVER);
        }
        for (int step = 0; step < steps; step++) {
            step(step);
        }
    }

    private void step(int step) {
        float nothing = letters.nothing(step);
        float[] nextAfter = new float[length + 1];
        float[][] nextAt = new float[length][LETTERS];
        int best = -1;
        int second = -1;
        for (int place = 0; place <= length; place++) {
            double off = Math.abs(pitch.astray(place, step));
            if (off > FARTHEST) {
                nextAfter[place] = NEVER;
                if (place < length) {
                    Arrays.fill(nextAt[place], NEVER);
                }
                best = -1;
                second = -1;
                continue;
            }
            // The two likeliest characters before this place, for the one that follows must be another.
            float ended = best < 0 ? NEVER : at[place - 1][best];
            boolean stays = after[place] >= ended;
            nextAfter[place] = nothing + (stays ? after[place] : ended);
            afterFrom[step][place] = (byte) (stays ? -1 : best);
            if (place == length) {
                break;
            }
            float astray = astray(off);
            int nextBest = -1;
            int nextSecond = -1;
            Arrays.fill(nextAt[place], NEVER);
            for (int letter : allowed[place]) {
                int before = best == letter ? second : best;
                float from = after[place];
                byte how = -2;
                if (before >= 0 && at[place - 1][before] > from) {
                    from = at[place - 1][before];
                    how = (byte) before;
                }
                if (letter == FILLER && place > 0 && at[place - 1][FILLER] + RUN > from) {
                    from = at[place - 1][FILLER] + RUN;
                    how = FILLER;
                }
                from -= astray;
                if (at[place][letter] >= from) {
                    from = at[place][letter];
                    how = -1;
                }
                nextAt[place][letter] = from + letters.letter(places.get(place), letter, step);
                atFrom[step][place][letter] = how;
                if (nextBest < 0 || at[place][letter] > at[place][nextBest]) {
                    nextSecond = nextBest;
                    nextBest = letter;
                } else if (nextSecond < 0 || at[place][letter] > at[place][nextSecond]) {
                    nextSecond = letter;
                }
            }
            best = nextBest;
            second = nextSecond;
        }
        after = nextAfter;
        at = nextAt;
    }

    /** Zones are monospaced: what a character costs that begins where another should stand. @param off how many characters off its place */
    private float astray(double off) {
        double beyond = Math.max(0, off - pitch.free());
        return (float) (pitch.weight() * beyond * beyond);
    }

    private double backward() {
        int place = length;
        int letter = -1;
        double score = after[length];
        for (int k = 0; k < LETTERS; k++) {
            if (at[length - 1][k] > score) {
                score = at[length - 1][k];
                place = length - 1;
                letter = k;
            }
        }
        if (score <= IMPOSSIBLE) {
            return NEVER;
        }
        for (int step = steps - 1; step >= 0; step--) {
            if (letter < 0) {
                int from = afterFrom[step][place];
                if (from >= 0) {
                    place--;
                    letter = from;
                    begin(place, letter, step - 1);
                }
                continue;
            }
            if (step == steps - 1) {
                begin(place, letter, step);
            }
            first[place] = step;
            int from = atFrom[step][place][letter];
            if (from == -2) {
                letter = -1;
            } else if (from >= 0) {
                place--;
                letter = from;
                begin(place, letter, step - 1);
            }
        }
        return score;
    }

    private void begin(int place, int letter, int lastStep) {
        if (place >= 0) {
            read[place] = letter;
            last[place] = Math.max(0, lastStep);
            first[place] = last[place];
        }
    }
}
