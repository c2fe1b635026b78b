package io.namesake.face.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandmarksTest {

    /** Some face whose right half mirrors its left one: the pairs of points of the iBUG 300-W annotation. */
    private static final int[][] PAIRS = {
        {0, 16}, {5, 11}, {17, 26}, {21, 22}, {31, 35}, {36, 45}, {37, 44}, {38, 43}, {39, 42}, {40, 47}, {41, 46},
        {48, 54}, {50, 52}, {55, 59}, {60, 64}, {61, 63}, {65, 67}
    };

    @Test
    void a_mirror_exchanges_left_and_right_and_leaves_the_middle() {
        List<Point> mirrored = Landmarks.mirrored(numbered());
        for (int[] pair : PAIRS) {
            assertThat(mirrored.get(pair[0]).x()).isEqualTo(pair[1]);
            assertThat(mirrored.get(pair[1]).x()).isEqualTo(pair[0]);
        }
        for (int middle : new int[] {8, 27, 28, 29, 30, 33, 51, 57, 62, 66}) {
            assertThat(mirrored.get(middle).x()).isEqualTo(middle);
        }
    }

    @Test
    void a_mirror_of_the_mirror_is_the_face() {
        assertThat(Landmarks.mirrored(Landmarks.mirrored(numbered()))).isEqualTo(numbered());
    }

    @Test
    void the_mean_of_two_findings_lies_halfway() {
        List<Point> moved = numbered().stream()
                .map(point -> new Point(point.x() + 4, point.y() - 2))
                .toList();
        Landmarks mean = Landmarks.mean(List.of(numbered(), moved));
        assertThat(mean.points().get(30).x()).isCloseTo(32, within(1e-9));
        assertThat(mean.points().get(30).y()).isCloseTo(-1, within(1e-9));
    }

    private static List<Point> numbered() {
        return IntStream.range(0, Landmarks.COUNT)
                .mapToObj(i -> new Point(i, 0))
                .toList();
    }
}
