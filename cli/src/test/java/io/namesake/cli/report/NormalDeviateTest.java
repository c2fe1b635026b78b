package io.namesake.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalDeviateTest {

    @ParameterizedTest
    @CsvSource({
        // From tables of the normal distribution (mpmath, 20 digits).
        "1e-6, -4.753424308822899",
        "1e-4, -3.719016485455680",
        "0.01, -2.326347874040841",
        "0.025, -1.959963984540054",
        "0.2, -0.841621233572914",
        "0.7, 0.524400512708041",
        "1e-15, -7.941345326170995"
    })
    void the_quantiles_agree_with_the_tables(double probability, double deviate) {
        assertThat(NormalDeviate.of(probability)).isCloseTo(deviate, within(1e-12));
    }

    @Test
    void the_median_is_zero() {
        assertThat(NormalDeviate.of(0.5)).isZero();
    }

    @Property
    void the_scale_rises_with_the_probability(
            @ForAll @Scale(12) @DoubleRange(min = 1e-9, max = 0.999) double one,
            @ForAll @Scale(12) @DoubleRange(min = 1e-9, max = 0.999) double other) {
        assertThat(Double.compare(NormalDeviate.of(one), NormalDeviate.of(other)))
                .isEqualTo(Double.compare(one, other));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN})
    void there_is_no_deviate_outside_of_the_open_interval(double probability) {
        assertThatIllegalArgumentException().isThrownBy(() -> NormalDeviate.of(probability));
    }
}
