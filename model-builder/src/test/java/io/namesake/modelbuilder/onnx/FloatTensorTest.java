package io.namesake.modelbuilder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FloatTensorTest {

    @Test
    void a_transposed_matrix_has_its_rows_as_columns() {
        FloatTensor matrix = new FloatTensor(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

        FloatTensor transposed = matrix.transposed(1, 0);

        assertThat(transposed.values()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(transposed.shape()).containsExactly(3, 2);
    }

    @Test
    void window_weights_move_from_output_last_to_output_first() {
        float[] values = new float[2 * 3 * 4 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        FloatTensor moved = new FloatTensor(values, 2, 3, 4, 5).transposed(3, 2, 0, 1);

        assertThat(moved.shape()).containsExactly(5, 4, 2, 3);
        int row = 1;
        int column = 2;
        int in = 3;
        int out = 4;
        assertThat(moved.values()[((out * 4 + in) * 2 + row) * 3 + column])
                .isEqualTo(((row * 3 + column) * 4 + in) * 5 + out);
    }

    @Test
    void a_shape_that_does_not_hold_the_numbers_is_refused() {
        assertThatThrownBy(() -> new FloatTensor(new float[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tensor of shape [2, 3] cannot hold 5 numbers");
    }
}
