package io.namesake.face;

import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.challenge.Movement;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stage;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.Watch;
import io.namesake.face.engine.challenge.ChallengeJudge;
import io.namesake.face.engine.explain.Sketch;
import io.namesake.face.engine.network.Template;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * The one door of this library: does this selfie show the person of this document's portrait?
 *
 * <p>Opening reads the models (some tens of megabytes) once and takes a fraction of a second; keep one instance. It is safe for use
 * by many threads at once, and a call runs on the caller's thread alone (unless {@link FaceOptions#threadsPerNetwork()} says
 * otherwise). Pictures are untrusted: whatever the bytes are, the answer is a value, never an exception.
 */
public final class FaceVerifier implements AutoCloseable {
    private final FaceOptions options;
    private final FacePipeline pipeline;
    private final Calibration calibration;
    private final double threshold;
    private final double reviewThreshold;
    /** Held for reading by calls under way, so that the models are not released under them. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private boolean closed;

    private FaceVerifier(FaceOptions options) {
        this.options = options;
        pipeline = new FacePipeline(options);
        try {
            calibration = pipeline.calibration();
            threshold = calibration.thresholdAt(options.falseMatchRate());
            reviewThreshold = calibration.thresholdAt(options.reviewFalseMatchRate());
        } catch (ModelException notCalibrated) {
            pipeline.close();
            throw notCalibrated;
        }
    }

    /** Opens the shipped models with default options; see {@link #open(FaceOptions)}. */
    public static FaceVerifier open() {
        return open(FaceOptions.defaults());
    }

    /**
     * Opens the models that the options name.
     *
     * @throws ModelException when a model is missing or is not what its descriptor says, or when the models are not calibrated
     *     for the false match rates that the options ask for
     */
    public static FaceVerifier open(FaceOptions options) {
        return new FaceVerifier(Objects.requireNonNull(options, "options"));
    }

    /**
     * Compares the face in a document's picture with the face in a selfie. Both templates exist only during this call.
     *
     * @param documentPortrait bytes of a JPEG, PNG or WebP file: the document, or its portrait alone
     * @param selfie bytes of a JPEG, PNG or WebP file
     * @throws IllegalStateException when this verifier is closed
     */
    public Verification verify(byte[] documentPortrait, byte[] selfie) {
        Objects.requireNonNull(documentPortrait, "documentPortrait");
        Objects.requireNonNull(selfie, "selfie");
        enter();
        try {
            return compare(documentPortrait, selfie, Watch.NOBODY, Watch.NOBODY);
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * Does what {@link #verify} does and shows what was seen on the way. It takes longer, and both pictures are in memory at once.
     *
     * @param documentPortrait as for {@link #verify}
     * @param selfie likewise
     * @throws IllegalStateException when this verifier is closed
     */
    public Explanation explain(byte[] documentPortrait, byte[] selfie) {
        Objects.requireNonNull(documentPortrait, "documentPortrait");
        Objects.requireNonNull(selfie, "selfie");
        Sketch portrait = new Sketch();
        Sketch person = new Sketch();
        enter();
        try {
            Verification verification = compare(documentPortrait, selfie, portrait, person);
            if (verification instanceof Verification.Unusable unusable && unusable.role() == Role.DOCUMENT) {
                // The comparison ended before the selfie; a person wants to see both.
                lookAt(selfie, person);
            }
            Map<Role, Clarity> clarity = new EnumMap<>(Role.class);
            portrait.clarity().ifPresent(seen -> clarity.put(Role.DOCUMENT, seen));
            person.clarity().ifPresent(seen -> clarity.put(Role.SELFIE, seen));
            return new Explanation(
                    verification, portrait.illustrations(), person.illustrations(), clarity, person.judgements());
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * Looks at one picture as {@link #verify} would, and stops before anything is derived that could recognise the person.
     *
     * @param image bytes of a JPEG, PNG or WebP file
     * @param role which of the two pictures it is meant to be
     * @throws IllegalStateException when this verifier is closed
     */
    public Assessment assess(byte[] image, Role role) {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(role, "role");
        enter();
        try {
            return new Assessment.Usable(
                    locate(image, role, new Stopwatch(), Watch.NOBODY).report());
        } catch (UnusablePicture unusable) {
            return unusable(unusable);
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * Judges whether the frames of one session show, in order, the movements that one person was asked for, by one face that has
     * depth. Takes some 20 milliseconds a frame; templates exist only during this call.
     *
     * @throws IllegalStateException when this verifier is closed
     */
    public ChallengeResult judge(ChallengeRecording recording) {
        Objects.requireNonNull(recording, "recording");
        enter();
        try {
            return new ChallengeJudge(pipeline, threshold, reviewThreshold).judge(recording);
        } finally {
            use.readLock().unlock();
        }
    }

    /** The movements that these models can judge: a blink only with a network for eyes. */
    public Set<Movement> movements() {
        return pipeline.eyeReader().isPresent()
                ? EnumSet.allOf(Movement.class)
                : EnumSet.complementOf(EnumSet.of(Movement.BLINK));
    }

    /** The name and version of the models in use, such as {@code namesake-open-1/1}, for logs and audit. */
    public String modelName() {
        return pipeline.modelName();
    }

    /** What the similarities stand for. */
    public Calibration calibration() {
        return calibration;
    }

    /** Releases the models once no call is under way. Closing twice does nothing. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                pipeline.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private Verification compare(byte[] documentPortrait, byte[] selfie, Watch onPortrait, Watch onSelfie) {
        Stopwatch stopwatch = new Stopwatch();
        Role role = Role.DOCUMENT;
        try (Enrolled document = enrol(documentPortrait, role, stopwatch, onPortrait)) {
            role = Role.SELFIE;
            try (Enrolled person = enrol(selfie, role, stopwatch, onSelfie)) {
                return new Verification.Compared(
                        document.report(),
                        person.report(),
                        comparison(document, person),
                        person.presentationAttack(),
                        timings(stopwatch));
            }
        } catch (UnusablePicture unusable) {
            return new Verification.Unusable(role, unusable(unusable));
        }
    }

    /** All that is left of a picture once its template is made, so that one decoded picture at a time is in memory. */
    private record Enrolled(FaceReport report, PresentationAttack presentationAttack, Template template)
            implements AutoCloseable {
        @Override
        public void close() {
            template.close();
        }
    }

    private Enrolled enrol(byte[] image, Role role, Stopwatch stopwatch, Watch watch) throws UnusablePicture {
        LocatedFace face = locate(image, role, stopwatch, watch);
        PresentationAttack attack = role == Role.SELFIE ? pipeline.presentationAttack(face, stopwatch, watch) : null;
        return new Enrolled(face.report(), attack, pipeline.embed(face, stopwatch, watch));
    }

    private void lookAt(byte[] selfie, Watch watch) {
        try {
            locate(selfie, Role.SELFIE, new Stopwatch(), watch);
        } catch (UnusablePicture seenAsFarAsItCame) {
            // What the watch was told until then is what there is to see.
        }
    }

    private LocatedFace locate(byte[] image, Role role, Stopwatch stopwatch, Watch watch) throws UnusablePicture {
        return pipeline.locate(image, role, FaceSelection.STRICT, stopwatch, watch);
    }

    private Comparison comparison(Enrolled document, Enrolled person) {
        double similarity = pipeline.matcher().similarity(document.template(), person.template());
        return new Comparison(
                similarity,
                threshold,
                options.falseMatchRate(),
                reviewThreshold,
                options.reviewFalseMatchRate(),
                calibration.falseMatchRateAt(similarity),
                isClear(document) && isClear(person),
                pipeline.matcher().explain(document.template(), person.template()));
    }

    /** Nobody is called another person for the sake of a picture for which a better one should have been asked. */
    private boolean isClear(Enrolled face) {
        return pipeline.isClear(face.template()) && !face.report().sentBack();
    }

    private static Assessment.Unusable unusable(UnusablePicture picture) {
        List<Hint> hints = switch (picture.reason()) {
            case NO_FACE -> List.of(Hint.NO_FACE_FOUND);
            case SEVERAL_FACES -> List.of(Hint.ONE_FACE_ONLY);
            case FACE_TOO_SMALL ->
                comeCloser(picture.report().map(FaceReport::hints).orElse(List.of()));
            default -> List.of();
        };
        return new Assessment.Unusable(picture.reason(), picture.faces(), picture.report(), hints);
    }

    /** What was measured may call for more, but this comes first. */
    private static List<Hint> comeCloser(List<Hint> others) {
        return Stream.concat(Stream.of(Hint.COME_CLOSER), others.stream())
                .distinct()
                .toList();
    }

    private static Timings timings(Stopwatch stopwatch) {
        return new Timings(
                Duration.ofNanos(stopwatch.nanos(Stage.DECODE)),
                Duration.ofNanos(stopwatch.nanos(Stage.DETECT)),
                Duration.ofNanos(stopwatch.nanos(Stage.LANDMARKS)),
                Duration.ofNanos(stopwatch.nanos(Stage.QUALITY)),
                Duration.ofNanos(stopwatch.nanos(Stage.EMBED)),
                Duration.ofNanos(stopwatch.nanos(Stage.PRESENTATION_ATTACK)),
                Duration.ofNanos(stopwatch.total()));
    }

    private void enter() {
        use.readLock().lock();
        if (closed) {
            use.readLock().unlock();
            throw new IllegalStateException("this verifier is closed");
        }
    }
}
