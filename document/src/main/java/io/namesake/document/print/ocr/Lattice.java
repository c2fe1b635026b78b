package io.namesake.document.print.ocr;

import java.util.List;
import java.util.Map;

/** What the network says of a row: for each of its steps from left to right, how likely each character is. */
public final class Lattice {
    private final float[] probabilities;
    private final int steps;
    private final int classes;
    private final List<String> characters;
    private final Map<String, Integer> indexes;

    Lattice(float[] probabilities, int steps, List<String> characters, Map<String, Integer> indexes) {
        this.probabilities = probabilities;
        this.steps = steps;
        this.classes = characters.size();
        this.characters = characters;
        this.indexes = indexes;
    }

    /** How many steps there are; a row of 8 pixels makes one. */
    public int steps() {
        return steps;
    }

    /** How likely nothing new stands at a step. */
    public float nothing(int step) {
        return probabilities[step * classes];
    }

    /** How likely one of these characters stands at a step; those that the network does not know count as never there. */
    public float[] anyOf(String alternatives) {
        int[] wanted = alternatives
                .codePoints()
                .map(character -> indexes.getOrDefault(Character.toString(character), 0))
                .filter(index -> index > 0)
                .toArray();
        float[] sums = new float[steps];
        for (int step = 0; step < steps; step++) {
            for (int index : wanted) {
                sums[step] += probabilities[step * classes + index];
            }
        }
        return sums;
    }

    /** The likeliest character of each step, repetitions and nothings left out (greedy CTC; Graves et al. 2006). */
    public ReadText likeliest() {
        StringBuilder text = new StringBuilder();
        double least = 1;
        int before = 0;
        for (int step = 0; step < steps; step++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                if (probabilities[step * classes + c] > probabilities[step * classes + best]) {
                    best = c;
                }
            }
            if (best != 0 && best != before) {
                text.append(characters.get(best));
                least = Math.min(least, probabilities[step * classes + best]);
            }
            before = best;
        }
        return new ReadText(text.toString(), text.isEmpty() ? 0 : least);
    }
}
