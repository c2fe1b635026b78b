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
 * What ONNX Runtime alone needs for the networks of one verification: detector and landmarks once for each of the two pictures, each
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
            String role = descriptor.get("role").asString();
            BareNetwork network = BareNetwork.open(descriptor, role.equals("EMBEDDING") ? 2 : 1);
            opened.add(network);
            runs.add(network);
            if (!role.equals("PRESENTATION_ATTACK")) {
                runs.add(network);
            }
        }
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
