package io.namesake.face.engine.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SimilarityTransformTest {
    private static final List<Point> FACE = List.of(
            new Point(38.3, 51.7),
            new Point(73.5, 51.5),
            new Point(56, 71.7),
            new Point(41.5, 92.4),
            new Point(70.7, 92.2));

    @Property
    void a_known_transform_is_recovered_from_its_points(
            @ForAll @DoubleRange(min = 0.05, max = 20) double scale,
            @ForAll @DoubleRange(min = -180, max = 180) double degrees,
            @ForAll @DoubleRange(min = -5000, max = 5000) double tx,
            @ForAll @DoubleRange(min = -5000, max = 5000) double ty) {
        double angle = Math.toRadians(degrees);
        SimilarityTransform known = new SimilarityTransform(scale * Math.cos(angle), scale * Math.sin(angle), tx, ty);
        List<Point> moved = FACE.stream().map(known::apply).toList();

        SimilarityTransform fitted = SimilarityTransform.fit(FACE, moved);

        assertThat(fitted.a()).isCloseTo(known.a(), within(1e-6));
        assertThat(fitted.b()).isCloseTo(known.b(), within(1e-6));
        assertThat(fitted.tx()).isCloseTo(tx, within(1e-4));
        assertThat(fitted.ty()).isCloseTo(ty, within(1e-4));
        assertThat(fitted.scale()).isCloseTo(scale, within(1e-6));
        assertThat(fitted.residual(FACE, moved)).isLessThan(1e-6);
    }

    @Property
    void no_nearby_transform_fits_better(
            @ForAll @DoubleRange(min = -1, max = 1) double noise,
            @ForAll @DoubleRange(min = -0.01, max = 0.01) double da,
            @ForAll @DoubleRange(min = -0.01, max = 0.01) double db,
            @ForAll @DoubleRange(min = -1, max = 1) double shift) {
        List<Point> shaken = FACE.stream()
                .map(point -> new Point(point.x() + noise * point.y() / 10, point.y() - noise * 2))
                .toList();
        SimilarityTransform best = SimilarityTransform.fit(FACE, shaken);
        SimilarityTransform other =
                new SimilarityTransform(best.a() + da, best.b() + db, best.tx() + shift, best.ty() - shift);
        assertThat(best.residual(FACE, shaken)).isLessThanOrEqualTo(other.residual(FACE, shaken) + 1e-9);
    }

    @Test
    void a_sheared_face_is_not_sheared_back() {
        List<Point> sheared = FACE.stream()
                .map(point -> new Point(point.x() + 0.3 * point.y(), point.y()))
                .toList();
        assertThat(SimilarityTransform.fit(FACE, sheared).residual(FACE, sheared))
                .isGreaterThan(1);
    }

    @Test
    void points_that_say_nothing_are_refused() {
        List<Point> same = List.of(new Point(1, 1), new Point(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SimilarityTransform.fit(same, same));
        assertThatIllegalArgumentException().isThrownBy(() -> SimilarityTransform.fit(FACE, same));
    }
}
