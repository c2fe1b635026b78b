package io.namesake.face.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Who is in which picture, by number.
 *
 * @param ofImage the person of each picture
 * @param count how many persons there are
 */
record Persons(int[] ofImage, int count) {

    static Persons of(List<String> images, UnaryOperator<String> personOf) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] ofImage = new int[images.size()];
        for (int i = 0; i < ofImage.length; i++) {
            ofImage[i] = numbers.computeIfAbsent(personOf.apply(images.get(i)), person -> numbers.size());
        }
        return new Persons(ofImage, numbers.size());
    }

    /** Pictures per person. */
    int[] images(IntPredicate wanted) {
        int[] counts = new int[count];
        for (int i = 0; i < ofImage.length; i++) {
            if (wanted.test(i)) {
                counts[ofImage[i]]++;
            }
        }
        return counts;
    }

    /**
     * How many pairs of persons there are in pairs of pictures of different persons.
     *
     * @param images pictures per person
     * @param others the pictures per person that those are compared with; null when they are compared with each other
     */
    static long pairsOfPersons(int[] images, int[] others) {
        long inBoth = 0;
        long inOne = 0;
        long inOther = 0;
        for (int person = 0; person < images.length; person++) {
            boolean one = images[person] > 0;
            boolean other = others == null ? one : others[person] > 0;
            inBoth += one && other ? 1 : 0;
            inOne += one && !other ? 1 : 0;
            inOther += other && !one ? 1 : 0;
        }
        return inBoth * (inBoth - 1) / 2 + inBoth * (inOne + inOther) + inOne * inOther;
    }

    /**
     * How many pairs of pictures show different persons.
     *
     * @param images pictures per person
     * @param others the pictures per person that those are compared with; null when they are compared with each other
     * @param weight how often a person counts
     */
    static double pairsOfDifferent(int[] images, int[] others, IntUnaryOperator weight) {
        double sum = 0;
        double sumOfOthers = 0;
        double same = 0;
        for (int person = 0; person < images.length; person++) {
            double own = (double) weight.applyAsInt(person) * images[person];
            double other = others == null ? own : (double) weight.applyAsInt(person) * others[person];
            sum += own;
            sumOfOthers += other;
            same += own * other;
        }
        double both = sum * sumOfOthers - same;
        return others == null ? both / 2 : both;
    }
}
