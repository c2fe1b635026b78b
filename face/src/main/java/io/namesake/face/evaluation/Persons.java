package io.namesake.face.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
}
