package io.namesake.document.print.zone;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the characters of a row stand: zones are monospaced, and the rows of one zone begin alike. Seen askew, characters get smaller
 * towards the far end: step = start + steps x place + bend x place squared.
 *
 * @param start the step in the middle of the first character
 * @param steps from one character to the next
 * @param bend by how much that changes
 * @param free how many characters one may be off at no cost
 * @param weight what the square of a character beyond that costs
 */
record Pitch(double start, double steps, double bend, double free, double weight) {
    private static final double NEAR = 0.3;
    private static final double FIRST_NEAR = 0.6;
    /** What is known once a pitch was found. */
    private static final double KNOWN_FREE = 0.5;

    private static final double KNOWN_WEIGHT = 10;

    /** Before anything is known: the characters fill the row. */
    static Pitch filling(double steps, int characters) {
        double pitch = steps / characters;
        return new Pitch(pitch / 2 - 0.5, pitch, 0, 1, 1);
    }

    /** How many characters off its place a step lies. */
    double astray(int place, double step) {
        return (step - start - (steps + bend * place) * place) / steps;
    }

    /** What was seen of a character. */
    record Seen(int place, double step) {}

    /** How well a pitch explains what was seen. @param share of the characters that stand where it says */
    record Fit(Pitch pitch, double share) {}

    /** The one that most characters agree with (Fischler and Bolles 1981), then drawn through those and bent. */
    Fit fitted(List<Seen> seen) {
        Pitch best = this;
        int most = 0;
        for (int i = 0; i < seen.size(); i++) {
            for (int j = i + 1; j < seen.size(); j++) {
                Seen a = seen.get(i);
                Seen b = seen.get(j);
                if (Math.abs(a.place() - b.place()) < 6) {
                    continue;
                }
                double slope = (b.step() - a.step()) / (b.place() - a.place());
                if (Math.abs(slope / steps - 1) > 0.15) {
                    continue;
                }
                Pitch tried = new Pitch(a.step() - slope * a.place(), slope, 0, free, weight);
                int agree = tried.agreeing(seen, FIRST_NEAR).size();
                if (agree > most) {
                    most = agree;
                    best = tried;
                }
            }
        }
        Pitch bent = best;
        for (double near : new double[] {FIRST_NEAR, FIRST_NEAR, NEAR, NEAR}) {
            bent = bent.through(bent.agreeing(seen, near));
        }
        double share = seen.isEmpty() ? 0 : (double) bent.agreeing(seen, NEAR).size() / seen.size();
        return new Fit(new Pitch(bent.start, bent.steps, bent.bend, KNOWN_FREE, KNOWN_WEIGHT), share);
    }

    private List<Seen> agreeing(List<Seen> seen, double near) {
        List<Seen> agreeing = new ArrayList<>();
        for (Seen one : seen) {
            if (Math.abs(astray(one.place(), one.step())) < near) {
                agreeing.add(one);
            }
        }
        return agreeing;
    }

    /** Least squares of the three numbers, by Cramer's rule. */
    private Pitch through(List<Seen> seen) {
        double[] s = new double[5];
        double[] t = new double[3];
        for (Seen one : seen) {
            double power = 1;
            for (int k = 0; k < 5; k++, power *= one.place()) {
                s[k] += power;
                if (k < 3) {
                    t[k] += power * one.step();
                }
            }
        }
        double all = determinant(s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]);
        if (seen.size() < 10 || Math.abs(all) < 1) {
            return this;
        }
        return new Pitch(
                determinant(t[0], s[1], s[2], t[1], s[2], s[3], t[2], s[3], s[4]) / all,
                determinant(s[0], t[0], s[2], s[1], t[1], s[3], s[2], t[2], s[4]) / all,
                determinant(s[0], s[1], t[0], s[1], s[2], t[1], s[2], s[3], t[2]) / all,
                free,
                weight);
    }

    private static double determinant(
            double a, double b, double c, double d, double e, double f, double g, double h, double i) {
        return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    }
}
