package io.namesake.bench;

import java.util.ArrayList;
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
            switch (descriptor.get("role").asString()) {
                case "EMBEDDING" -> twice(BareNetwork.open(descriptor, 2));
                case "LANDMARKS" -> {
                    twice(BareNetwork.open(descriptor, 1));
                    // The second look is at all views and their mirror images at once.
                    if (descriptor.hasNonNull("views")) {
                        twice(BareNetwork.open(
                                descriptor, 2 * descriptor.get("views").size()));
                    }
                }
                case "PRESENTATION_ATTACK" -> once(BareNetwork.open(descriptor, 1));
                // Only the challenge looks at eyes.
                case "EYES" -> {}
                default -> twice(BareNetwork.open(descriptor, 1));
            }
        }
    }

    private void twice(BareNetwork network) {
        once(network);
        runs.add(network);
    }

    private void once(BareNetwork network) {
        opened.add(network);
        runs.add(network);
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
