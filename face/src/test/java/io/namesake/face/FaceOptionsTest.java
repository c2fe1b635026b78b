package io.namesake.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.namesake.face.support.SampleFaces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaceOptionsTest {
    @TempDir
    Path models;

    @Test
    void options_that_make_no_sense_are_refused_with_the_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaceOptions.builder().falseMatchRate(0).build())
                .withMessageContaining("falseMatchRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaceOptions.builder()
                        .falseMatchRate(1e-2)
                        .reviewFalseMatchRate(1e-3)
                        .build())
                .withMessageContaining("reviewFalseMatchRate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaceOptions.builder().threadsPerNetwork(0).build())
                .withMessageContaining("threadsPerNetwork");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        FaceOptions.builder().minEyeDistance(Role.SELFIE, 1).build())
                .withMessageContaining("selfie");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageLimits(0, 1, 1, 1))
                .withMessageContaining("maxBytes");
    }

    @Test
    void a_false_match_rate_that_was_never_measured_is_refused() {
        FaceOptions options = FaceOptions.builder().falseMatchRate(1e-9).build();
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> FaceVerifier.open(options))
                .withMessageContaining("not calibrated");
    }

    @Test
    void a_rate_between_two_measured_ones_has_a_threshold_between_theirs() {
        double threshold = thresholdAt(3e-4);
        assertThat(threshold).isBetween(thresholdAt(1e-3), thresholdAt(1e-4));
    }

    @Test
    void an_operators_own_models_are_taken_from_a_folder() throws IOException {
        copyShippedModels();
        FaceOptions options = FaceOptions.builder().modelDirectory(models).build();
        try (FaceVerifier own = FaceVerifier.open(options);
                FaceVerifier shipped = FaceVerifier.open()) {
            assertThat(own.modelName()).isEqualTo(shipped.modelName()).contains("/");
        }
    }

    @Test
    void a_model_that_was_changed_is_refused() throws IOException {
        copyShippedModels();
        Path detector = models.resolve("fr_detect.onnx");
        byte[] bytes = Files.readAllBytes(detector);
        bytes[bytes.length / 2] ^= 1;
        Files.write(detector, bytes);
        assertRefused("SHA-256");
    }

    @Test
    void a_folder_without_a_model_or_with_a_broken_descriptor_is_refused() throws IOException {
        assertRefused("models.json");
        copyShippedModels();
        Files.delete(models.resolve("fr_landmark.onnx"));
        assertRefused("fr_landmark.onnx");
        Path descriptor = models.resolve("models.json");
        String json = Files.readString(descriptor);
        Files.writeString(descriptor, json.replace("\"DETECTOR\"", "\"LANDMARKS\""));
        assertRefused("DETECTOR");
        Files.writeString(descriptor, json.replace("fr_detect.onnx\",", "../fr_detect.onnx\","));
        assertRefused("beside");
        Files.writeString(descriptor, json.replace("\"leastClarity\"", "\"leastMirrorAgreement\""));
        assertRefused("leastMirrorAgreement");
        Files.writeString(descriptor, json.replaceFirst("\"impostorMean\" : [-0-9.]+,", ""));
        assertRefused("impostorMean");
        Files.writeString(descriptor, "{");
        assertRefused("cannot be read");
    }

    @Test
    void how_clear_a_face_must_be_is_the_models_own_and_takes_no_match_away() throws IOException {
        copyShippedModels();
        Path descriptor = models.resolve("models.json");
        String json = Files.readString(descriptor);
        String shipped = "\"leastClarity\" : [0-9.]+";
        assertThat(json).containsPattern(shipped);

        Files.writeString(descriptor, json.replaceFirst(shipped, "\"leastClarity\" : 99"));
        assertThat(comparison("a-document", "b").grade()).isEqualTo(Grade.INCONCLUSIVE);
        assertThat(comparison("a-document", "a-selfie").grade()).isEqualTo(Grade.MATCH);

        Files.writeString(descriptor, json.replaceFirst(shipped, "\"leastClarity\" : null"));
        assertThat(comparison("a-document", "b").grade()).isEqualTo(Grade.NO_MATCH);

        Files.writeString(descriptor, json.replaceFirst("\"weightOfLength\" : ", "\"weightOfLength\" : -"));
        assertRefused("weightOfLength");
    }

    private Comparison comparison(String document, String selfie) {
        FaceOptions options = FaceOptions.builder().modelDirectory(models).build();
        try (FaceVerifier verifier = FaceVerifier.open(options)) {
            return ((Verification.Compared) verifier.verify(SampleFaces.bytes(document), SampleFaces.bytes(selfie)))
                    .comparison();
        }
    }

    private void assertRefused(String reason) {
        FaceOptions options = FaceOptions.builder().modelDirectory(models).build();
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> FaceVerifier.open(options).close())
                .withMessageContaining(reason);
    }

    private static double thresholdAt(double rate) {
        FaceOptions options = FaceOptions.builder().falseMatchRate(rate).build();
        try (FaceVerifier verifier = FaceVerifier.open(options)) {
            byte[] face = SampleFaces.bytes("c");
            return ((Verification.Compared) verifier.verify(face, face))
                    .comparison()
                    .threshold();
        }
    }

    private void copyShippedModels() throws IOException {
        byte[] descriptor = shipped("models.json");
        Files.write(models.resolve("models.json"), descriptor);
        Files.write(models.resolve("calibration.json"), shipped("calibration.json"));
        JsonNode networks = JsonMapper.shared()
                .readTree(new String(descriptor, StandardCharsets.UTF_8))
                .get("networks");
        for (JsonNode network : networks) {
            String file = network.get("file").asString();
            Files.write(models.resolve(file), shipped(file));
        }
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream stream = FaceOptionsTest.class.getResourceAsStream("/io/namesake/models/" + name)) {
            return stream.readAllBytes();
        }
    }
}
