package io.namesake.face.engine.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.namesake.face.ModelException;
import io.namesake.face.engine.align.Alignment;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code models.json}: which networks there are and how to feed them. A field that nobody here knows is refused, lest a misspelt limit be none; a few are for
 * people alone.
 *
 * @param name of the set of models
 * @param version of the set
 * @param leastClarity below which a picture shows a face too unclearly to say that it is someone else's, see
 *     {@link Embedder#clarity}; null for never
 * @param networks one DETECTOR, one LANDMARKS, at least one EMBEDDING, at most one PRESENTATION_ATTACK, at most one EYES
 */
@JsonIgnoreProperties("licence")
record Descriptor(String name, String version, Double leastClarity, List<Network> networks) {
    static final String FILE = "models.json";

    enum Role {
        DETECTOR,
        LANDMARKS,
        EMBEDDING,
        PRESENTATION_ATTACK,
        /** Whether an eye is closed. */
        EYES
    }

    enum Channels {
        RGB,
        BGR,
        GREY
    }

    /**
     * One network.
     *
     * @param role what it is for
     * @param id its name in results
     * @param file its file, beside the descriptor
     * @param sha256 of the file, in hexadecimal
     * @param input how to feed it
     * @param outputs its outputs' names by what they mean
     * @param dimension length of an embedding
     * @param alignment the crop an embedding network was trained on
     * @param views how the landmark network looks again, upright and mirrored; null or empty for one look at the box
     * @param weight of an embedding network in the similarity, above 0; null for 1
     * @param weightOfLength of an embedding's length in the picture's clarity, 0 or more; null for 0, when it says nothing about the picture
     * @param impostorMean mean cosine of different persons
     * @param impostorDeviation standard deviation of that
     * @param boxScale how much of the surroundings a presentation-attack network sees, in face boxes
     * @param nearBoxScale how much of them it sees when it looks once more, from nearer; null when it does not
     * @param liveIndex which of its classes is the living person
     * @param liveThreshold the live score from which nothing is suspected; null for {@link LivenessScorer#DEFAULT_THRESHOLD}
     * @param closedIndex which of the two classes of a network for eyes is the closed eye
     */
    @JsonIgnoreProperties({"licence", "source"})
    record Network(
            Role role,
            String id,
            String file,
            String sha256,
            Input input,
            Map<String, String> outputs,
            int dimension,
            Alignment alignment,
            List<View> views,
            Double weight,
            Double weightOfLength,
            Double impostorMean,
            double impostorDeviation,
            double boxScale,
            Double nearBoxScale,
            Integer liveIndex,
            Double liveThreshold,
            Integer closedIndex) {

        double weightInMean() {
            return weight == null ? 1 : weight;
        }

        double lengthInClarity() {
            return weightOfLength == null ? 0 : weightOfLength;
        }

        boolean hasOutput(String meaning) {
            return outputs != null && outputs.containsKey(meaning);
        }

        String output(String meaning) {
            return require(outputs == null ? null : outputs.get(meaning), "networks[" + id + "].outputs." + meaning);
        }
    }

    /**
     * A square that is cut out around a face.
     *
     * @param right how far its centre lies to the right of the box's, in sides of the square
     * @param down how far it lies below, likewise
     * @param scale its side, in sides of the square around the box; above 0
     */
    record View(double right, double down, double scale) {}

    /** An NCHW float32 input; each value is (x - mean) / scale per channel, x in 0..255. */
    @JsonIgnoreProperties("layout")
    record Input(String name, int width, int height, Channels channels, List<Float> mean, List<Float> scale) {}

    /** What one role needs is absent in the others; {@link #check} requires it where it is needed. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Descriptor parse(byte[] json) {
        try {
            Descriptor descriptor = MAPPER.readValue(json, Descriptor.class);
            require(descriptor.name, "name");
            require(descriptor.version, "version");
            require(descriptor.networks, "networks").forEach(Descriptor::check);
            return descriptor;
        } catch (JacksonException malformed) {
            throw new ModelException(FILE + " cannot be read: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static void check(Network network) {
        require(network.id, "networks[].id");
        String where = "networks[" + network.id + "].";
        require(network.role, where + "role");
        require(network.file, where + "file");
        require(network.sha256, where + "sha256");
        Input input = require(network.input, where + "input");
        int channels = require(input.channels, where + "input.channels") == Channels.GREY ? 1 : 3;
        boolean fits = require(input.mean, where + "input.mean").size() == channels
                && require(input.scale, where + "input.scale").size() == channels;
        ensure(fits, where + "input must have one mean and one scale per channel");
        ensure(input.width > 0 && input.height > 0, where + "input must have a width and a height above 0");
        if (network.role == Role.EMBEDDING) {
            Alignment alignment = require(network.alignment, where + "alignment");
            ensure(
                    input.width == alignment.size() && input.height == alignment.size(),
                    where + "input must be as large as its alignment " + alignment);
            ensure(network.dimension > 0, where + "dimension must be above 0");
            require(network.impostorMean, where + "impostorMean");
            ensure(network.impostorDeviation > 0, where + "impostorDeviation must be above 0");
            ensure(network.weight == null || network.weight > 0, where + "weight must be above 0");
            ensure(network.lengthInClarity() >= 0, where + "weightOfLength must not be negative");
        }
        if (network.views != null) {
            boolean sensible = network.views.stream().allMatch(view -> view.scale > 0);
            ensure(sensible, where + "views must have a scale above 0");
        }
        if (network.role == Role.PRESENTATION_ATTACK) {
            ensure(network.boxScale > 0, where + "boxScale must be above 0");
            ensure(network.nearBoxScale == null || network.nearBoxScale > 0, where + "nearBoxScale must be above 0");
            ensure(require(network.liveIndex, where + "liveIndex") >= 0, where + "liveIndex must not be negative");
        }
        if (network.role == Role.EYES) {
            int closed = require(network.closedIndex, where + "closedIndex");
            ensure(closed == 0 || closed == 1, where + "closedIndex must be 0 or 1");
        }
    }

    private static <T> T require(T value, String what) {
        ensure(value != null, what + " is missing");
        return value;
    }

    private static void ensure(boolean condition, String message) {
        if (!condition) {
            throw new ModelException(FILE + ": " + message);
        }
    }
}
