package io.namesake.bench;

import io.namesake.face.FaceVerifier;
import io.namesake.face.Verification;
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

/** One whole verification, from two JPEG files to the answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class VerificationBenchmark {

    /** Width and height of both photos, in pixels. */
    @Param({"640x480", "1920x1080"})
    public String size;

    private FaceVerifier verifier;
    private byte[] document;
    private byte[] selfie;

    /** Opens the models and makes the photos. */
    @Setup
    public void open() {
        verifier = FaceVerifier.open();
        document = Photo.DOCUMENT.jpeg(size);
        selfie = Photo.SELFIE.jpeg(size);
    }

    /** @return the answer, which is always a comparison */
    @Benchmark
    public Verification verify() {
        return verifier.verify(document, selfie);
    }

    /** Releases the models. */
    @TearDown
    public void close() {
        verifier.close();
    }
}
