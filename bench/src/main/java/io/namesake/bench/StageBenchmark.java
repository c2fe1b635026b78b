package io.namesake.bench;

import io.namesake.face.FaceOptions;
import io.namesake.face.FaceReport;
import io.namesake.face.ImageLimits;
import io.namesake.face.PresentationAttack;
import io.namesake.face.Role;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.align.Alignment;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.decode.PictureDecoder;
import io.namesake.face.engine.network.DetectedFace;
import io.namesake.face.engine.network.Models;
import io.namesake.face.engine.quality.FaceQuality;
import java.util.List;
import java.util.Optional;
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

/** Each stage of the pipeline by itself, for the selfie alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StageBenchmark {

    /** Width and height of the photo, in pixels. */
    @Param({"640x480", "1920x1080"})
    public String size;

    private final PictureDecoder decoder = new PictureDecoder(ImageLimits.DEFAULT);
    private final Stopwatch stopwatch = new Stopwatch();
    private Models models;
    private FacePipeline pipeline;
    private byte[] file;
    private LocatedFace located;

    /** Opens the models and locates the face once. */
    @Setup
    public void open() throws UnusablePicture {
        models = Models.open(Optional.empty(), 1);
        pipeline = new FacePipeline(FaceOptions.defaults());
        file = Photo.SELFIE.jpeg(size);
        located = pipeline.locate(file, Role.SELFIE, FaceSelection.STRICT, stopwatch);
    }

    /** @return upright pixels */
    @Benchmark
    public Picture decode() throws UnusablePicture {
        return decoder.decode(file);
    }

    /** @return every face */
    @Benchmark
    public List<DetectedFace> detect() {
        return models.detector().detect(located.picture());
    }

    /** @return 68 points */
    @Benchmark
    public Landmarks landmarks() {
        return models.landmarkFinder().find(located.picture(), located.face());
    }

    /** @return what was measured on the aligned face */
    @Benchmark
    public FaceReport quality() {
        Picture aligned = Alignment.ARCFACE_112.crop(located.picture(), located.landmarks());
        return FaceQuality.measure(
                located.picture(), located.face(), List.of(), located.landmarks(), aligned, Role.SELFIE);
    }

    /** Alignment and the embedding networks; the template is closed unread. */
    @Benchmark
    public void embed() {
        pipeline.embed(located, stopwatch).close();
    }

    /** @return whether a living person is suspected */
    @Benchmark
    public PresentationAttack presentationAttack() {
        return pipeline.presentationAttack(located, stopwatch);
    }

    /** Releases the models. */
    @TearDown
    public void close() {
        models.close();
        pipeline.close();
    }
}
