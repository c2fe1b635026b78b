package io.namesake.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.namesake.face.FaceVerifier;
import io.namesake.face.Grade;
import io.namesake.face.Verification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoTest {

    /** A verification that ends early, at an unusable picture, would be measured as a fast one. */
    @ParameterizedTest
    @CsvSource({"640x480, 640, 480", "1920x1080, 1920, 1080"})
    void the_measured_photos_go_the_whole_road_to_a_match(String size, int width, int height) {
        try (FaceVerifier verifier = FaceVerifier.open()) {
            Verification verification = verifier.verify(Photo.DOCUMENT.jpeg(size), Photo.SELFIE.jpeg(size));

            assertThat(verification)
                    .asInstanceOf(type(Verification.Compared.class))
                    .satisfies(compared -> {
                        assertThat(compared.comparison().grade()).isEqualTo(Grade.MATCH);
                        assertThat(compared.selfie().imageWidth()).isEqualTo(width);
                        assertThat(compared.selfie().imageHeight()).isEqualTo(height);
                    });
        }
    }
}
