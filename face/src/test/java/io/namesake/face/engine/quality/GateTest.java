package io.namesake.face.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.face.Hint;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.QualityMeasure;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    @ParameterizedTest
    @CsvSource({"HEAD_POSE_YAW, 34, 36", "HEAD_POSE_PITCH, 29, 31"})
    void a_head_may_be_turned_as_far_as_the_networks_follow(QualityMeasure angle, double still, double tooFar) {
        for (Gate gate : Gate.values()) {
            for (int side : new int[] {-1, 1}) {
                assertThat(judged(gate, angle, side * still).hint()).isEmpty();
                assertThat(judged(gate, angle, side * tooFar).hint()).contains(Hint.LOOK_STRAIGHT);
            }
        }
    }

    private static MeasuredQuality judged(Gate gate, QualityMeasure measure, double degrees) {
        return gate.judge(measure, OptionalDouble.of(degrees));
    }
}
