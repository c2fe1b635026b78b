package io.namesake.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.application.Pictures;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxPictureTest {

    @ParameterizedTest
    @EnumSource(Faces.class)
    void a_picture_says_what_it_was_drawn_for_and_is_a_picture(Faces faces) throws Exception {
        var drawn = new SandboxPicture("SBX010001", faces, 12);
        assertThat(SandboxPicture.of(drawn.jpeg())).contains(drawn);
        assertThat(ImageIO.read(new ByteArrayInputStream(drawn.jpeg()))).isNotNull();
    }

    @Test
    void any_other_picture_says_nothing() {
        assertThat(SandboxPicture.of(Pictures.SELFIE_OF_A)).isEmpty();
        assertThat(SandboxPicture.of(new byte[0])).isEmpty();
        assertThat(SandboxPicture.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xFE, 0, 0}))
                .isEmpty();
    }

    @Test
    void a_picture_that_breaks_off_in_what_it_says_says_nothing() {
        var drawn = new SandboxPicture("SBX010001", Faces.SAME_PERSON, 0).jpeg();
        for (int length = 0;
                length < "\u00ff\u00d8\u00ff\u00fe  namesake-sandbox SBX010001 SAME_PERSON 0".length();
                length++) {
            assertThat(SandboxPicture.of(Arrays.copyOf(drawn, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }
}
