package io.namesake.face.evaluation.attacks;

import io.namesake.face.evaluation.ImageSource;
import java.util.List;

/**
 * Pictures of one kind. Whose face a picture shows is said by the name of its folder.
 *
 * @param name of the data set or, for attacks, the species
 * @param living whether these are living people (bona fide presentations) or attacks
 * @param pictures their names
 * @param images where to read them
 */
public record AttackSet(String name, boolean living, List<String> pictures, ImageSource images) {
    public AttackSet {
        pictures = List.copyOf(pictures);
    }
}
