package io.namesake.face.evaluation;

import io.namesake.face.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pictures stand in which column of the pairs.
 *
 * @param first names
 * @param second names; a picture may be in both
 */
record Columns(Set<String> first, Set<String> second) {

    static Columns of(List<LabelledPair> pairs) {
        return new Columns(
                pairs.stream().map(LabelledPair::imageA).collect(Collectors.toSet()),
                pairs.stream().map(LabelledPair::imageB).collect(Collectors.toSet()));
    }

    /** Whose rules a picture is held to; when it is in both columns, to those of the second, which may be the stricter ones. */
    Role role(String name, Role ofSecond) {
        return second.contains(name) ? ofSecond : Role.DOCUMENT;
    }
}
