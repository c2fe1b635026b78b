package io.namesake.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tools.jackson.databind.JsonNode;

/**
 * What ONNX Runtime alone needs for the networks of one verification: detector and landmarks for each of the two pictures, each
 * embedding network once for each with the mirror image in the same batch, the presentation-attack network once for the selfie.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BareNetworksBenchmark {

    private final List<BareNetwork> runs = new ArrayList<>();
    private final List<BareNetwork> opened = new ArrayList<>();

    /** Opens the networks. */
    @Setup
    public void open() {
        for (JsonNode descriptor : BareNetwork.descriptors()) {
            int pictures = descriptor.get("role").asString().equals("PRESENTATION_ATTACK") ? 1 : 2;
            for (BareNetwork network : ofOnePicture(descriptor)) {
                opened.add(network);
                runs.addAll(Collections.nCopies(pictures, network));
            }
        }
    }

    /** What one picture needs of a network. */
    static List<BareNetwork> ofOnePicture(JsonNode descriptor) {
        return switch (descriptor.get("role").asString()) {
            case "EMBEDDING" -> List.of(BareNetwork.open(descriptor, 2));
            // The second look is at all views and their mirror images at once.
            case "LANDMARKS" ->
                descriptor.hasNonNull("views")
                        ? List.of(
                                BareNetwork.open(descriptor, 1),
                                BareNetwork.open(
                                        descriptor, 2 * descriptor.get("views").size()))
                        : List.of(BareNetwork.open(descriptor, 1));
            // Only the challenge looks at eyes.
            case "EYES" -> List.of();
            case "PRESENTATION_ATTACK" ->
                // Two looks, from afar and from near, in one run.
                List.of(BareNetwork.open(descriptor, descriptor.has("nearBoxScale") ? 2 : 1));
            default -> List.of(BareNetwork.open(descriptor, 1));
        };
    }

    /** @return the number of outputs */
    @Benchmark
    public int run() {
        int outputs = 0;
        for (BareNetwork network : runs) {
            outputs += network.run();
        }
        return outputs;
    }

    /** Releases the networks. */
    @TearDown
    public void close() {
        opened.forEach(BareNetwork::close);
        opened.clear();
        runs.clear();
    }
}
