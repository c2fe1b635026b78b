package io.namesake.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Each network by itself, for one picture and for two at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class NetworkBenchmark {

    /** As in {@code models.json}. */
    @Param({"fr_detect", "fr_landmark", "fr_feature", "mobilefacenet", "dlib_resnet", "fr_liveness"})
    public String network;

    /** Pictures in one run. */
    @Param({"1", "2"})
    public int batch;

    private BareNetwork opened;

    /** Opens the network. */
    @Setup
    public void open() {
        opened = BareNetwork.open(network, batch);
    }

    /** @return the number of outputs */
    @Benchmark
    public int run() {
        return opened.run();
    }

    /** Releases the network. */
    @TearDown
    public void close() {
        opened.close();
    }
}
