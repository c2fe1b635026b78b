package io.namesake.face.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.namesake.face.FaceOptions;
import io.namesake.face.ModelException;
import io.namesake.face.Role;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.attack.AttackMeasures;
import io.namesake.face.engine.attack.NetworkLooks;
import io.namesake.face.support.SampleFaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivenessScorerTest {
    private static final String SAYS_LAYERS = ",\\s*\"layers\"\\s*:\\s*\"layers\"";

    private static FacePipeline pipeline;
    private static LocatedFace face;

    @BeforeAll
    static void locate() throws UnusablePicture {
        pipeline = new FacePipeline(FaceOptions.defaults());
        face = pipeline.locate(SampleFaces.bytes("b"), Role.SELFIE, FaceSelection.STRICT, new Stopwatch());
    }

    @AfterAll
    static void close() {
        pipeline.close();
    }

    @Test
    void a_second_look_leaves_the_first_as_it_is_and_sees_something_else() {
        LivenessScorer scorer = pipeline.livenessScorer().orElseThrow();
        NetworkLooks once = scorer.look(face.picture(), face.face());
        NetworkLooks twice = scorer.lookTwice(face.picture(), face.face());

        assertThat(twice.alone().liveScore()).isCloseTo(once.alone().liveScore(), within(1e-4));
        assertThat(once.layers()).isEmpty();
        assertThat(once.near()).isEmpty();
        assertThat(twice.layers()).hasSize(AttackMeasures.LAYERS).isNotEqualTo(twice.near());
        assertThat(twice.near()).hasSize(AttackMeasures.LAYERS);
    }

    @Test
    void a_fusion_that_weighs_what_the_layers_see_is_refused_beside_a_network_that_does_not_say(@TempDir Path folder)
            throws IOException {
        for (String file : new String[] {"attacks.json", "calibration.json"}) {
            Files.write(folder.resolve(file), shipped(file));
        }
        String descriptor = new String(shipped(Descriptor.FILE), StandardCharsets.UTF_8);
        for (Descriptor.Network network :
                Descriptor.parse(shipped(Descriptor.FILE)).networks()) {
            Files.write(folder.resolve(network.file()), shipped(network.file()));
        }
        assertThat(descriptor).containsPattern(SAYS_LAYERS);
        Files.writeString(folder.resolve(Descriptor.FILE), descriptor.replaceAll(SAYS_LAYERS, ""));

        try (Models models = Models.open(Optional.of(folder), 1)) {
            LivenessScorer scorer = models.livenessScorer().orElseThrow();
            assertThat(scorer.lookTwice(face.picture(), face.face()).layers()).isEmpty();
            assertThatThrownBy(models::attackFusion)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("that this network does not give");
        }
    }

    private static byte[] shipped(String file) throws IOException {
        try (var content = LivenessScorerTest.class.getResourceAsStream("/io/namesake/models/" + file)) {
            return content.readAllBytes();
        }
    }
}
