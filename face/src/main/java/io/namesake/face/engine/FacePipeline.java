package io.namesake.face.engine;

import io.namesake.face.AttackFusion;
import io.namesake.face.AttackJudgement;
import io.namesake.face.AttackSignal;
import io.namesake.face.Calibration;
import io.namesake.face.Clarity;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceReport;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.Role;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.align.Alignment;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.attack.AttackMeasures;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.decode.PictureDecoder;
import io.namesake.face.engine.network.DetectedFace;
import io.namesake.face.engine.network.Detector;
import io.namesake.face.engine.network.Embedder;
import io.namesake.face.engine.network.EyeReader;
import io.namesake.face.engine.network.LandmarkFinder;
import io.namesake.face.engine.network.LivenessScorer;
import io.namesake.face.engine.network.Matcher;
import io.namesake.face.engine.network.Models;
import io.namesake.face.engine.network.Template;
import io.namesake.face.engine.quality.FaceQuality;
import java.util.List;
import java.util.Optional;

/** The road of a picture, top to bottom: bytes, pixels, face, landmarks, quality; then, for a verification, template and similarity. */
public final class FacePipeline implements AutoCloseable {
    /** Landmarks that fit a face's shape worse than this (pixels of 112) were not found on a face. */
    private static final double MOST_MISFIT = 12;

    /**
     * A face that is lower than this in a reduced picture is looked at in the whole one: its eyes, 50 pixels apart, would be nearer to each other than
     * the embedding networks want them (35 and 53 pixels), and pixels would be made up.
     */
    private static final double LEAST_HEIGHT_REDUCED = 130;

    private final FaceOptions options;
    private final Models models;
    private final PictureDecoder decoder;
    private final Detector detector;
    private final LandmarkFinder landmarkFinder;
    private final Embedder embedder;
    private final Matcher matcher;
    private final Optional<LivenessScorer> livenessScorer;
    private final Optional<AttackFusion> attackFusion;
    private final Optional<EyeReader> eyeReader;

    public FacePipeline(FaceOptions options) {
        this.options = options;
        models = Models.open(options.modelDirectory(), options.threadsPerNetwork());
        decoder = new PictureDecoder(options.imageLimits());
        detector = models.detector();
        landmarkFinder = models.landmarkFinder();
        embedder = models.embedder();
        matcher = models.matcher();
        livenessScorer = models.livenessScorer();
        attackFusion = models.attackFusion();
        eyeReader = models.eyeReader();
    }

    /** Finds and measures the one face of a picture. */
    public LocatedFace locate(byte[] file, Role role, FaceSelection selection, Stopwatch stopwatch)
            throws UnusablePicture {
        return locate(file, role, selection, stopwatch, Watch.NOBODY);
    }

    /** The same while someone watches. */
    public LocatedFace locate(byte[] file, Role role, FaceSelection selection, Stopwatch stopwatch, Watch watch)
            throws UnusablePicture {
        Picture picture = decoder.decode(file);
        watch.decoded(picture);
        stopwatch.lap(Stage.DECODE);
        return locate(picture, role, selection, stopwatch, watch);
    }

    /** As {@link #locate(byte[], Role, FaceSelection, Stopwatch)}, of a picture that was decoded within other limits. */
    public LocatedFace locate(Picture picture, Role role, FaceSelection selection, Stopwatch stopwatch)
            throws UnusablePicture {
        return locate(picture, role, selection, stopwatch, Watch.NOBODY);
    }

    private LocatedFace locate(Picture picture, Role role, FaceSelection selection, Stopwatch stopwatch, Watch watch)
            throws UnusablePicture {
        List<DetectedFace> faces = detector.detect(picture);
        watch.detected(faces);
        stopwatch.lap(Stage.DETECT);
        if (faces.isEmpty()) {
            throw new UnusablePicture(UnusableReason.NO_FACE);
        }
        DetectedFace face = selection.choose(faces, picture, role);
        if (picture.original().isPresent() && face.box().height() < LEAST_HEIGHT_REDUCED) {
            Picture whole = picture.original().get().whole();
            List<DetectedFace> larger = faces.stream()
                    .map(small -> small.times(picture.reduction()))
                    .toList();
            watch.decoded(whole);
            watch.detected(larger);
            stopwatch.lap(Stage.DECODE);
            return locate(whole, larger, larger.get(faces.indexOf(face)), role, selection, stopwatch, watch);
        }
        return locate(picture, faces, face, role, selection, stopwatch, watch);
    }

    private LocatedFace locate(
            Picture picture,
            List<DetectedFace> faces,
            DetectedFace face,
            Role role,
            FaceSelection selection,
            Stopwatch stopwatch,
            Watch watch)
            throws UnusablePicture {
        watch.chose(face);

        Landmarks landmarks = landmarkFinder.find(picture, face);
        watch.found(landmarks);
        stopwatch.lap(Stage.LANDMARKS);
        if (Alignment.ARCFACE_112.misfit(landmarks) > MOST_MISFIT) {
            throw new UnusablePicture(UnusableReason.NO_FACE);
        }

        Picture aligned = Alignment.ARCFACE_112.crop(picture, landmarks);
        FaceReport report = FaceQuality.measure(picture, face, selection.others(faces, face), landmarks, aligned, role);
        stopwatch.lap(Stage.QUALITY);
        if (eyeDistance(picture, landmarks) < options.minEyeDistance(role)) {
            throw new UnusablePicture(UnusableReason.FACE_TOO_SMALL, List.of(report.box()), Optional.of(report));
        }
        return new LocatedFace(picture, face, landmarks, aligned, report);
    }

    /** In pixels that were read: those that a reader passed over in a large file say nothing of the face. What was halved has the mean of all. */
    private static double eyeDistance(Picture picture, Landmarks landmarks) {
        return picture.original().isPresent() ? picture.reduction() * landmarks.eyeDistance() : landmarks.eyeDistance();
    }

    /** Makes the template of a located face. Close it after the comparison. */
    public Template embed(LocatedFace face, Stopwatch stopwatch) {
        return embed(face, stopwatch, Watch.NOBODY);
    }

    /** The same while someone watches. */
    public Template embed(LocatedFace face, Stopwatch stopwatch, Watch watch) {
        Template template = embedder.embed(alignment -> {
            Picture crop = face.crop(alignment);
            watch.cut(alignment, crop);
            return crop;
        });
        stopwatch.lap(Stage.EMBED);
        watch.saw(clarity(template));
        return template;
    }

    /** Whether the networks saw enough of a face to say that it is someone else's. */
    public boolean isClear(Template template) {
        return clarity(template).sufficient();
    }

    private Clarity clarity(Template template) {
        return new Clarity(Embedder.clarity(template), models.leastClarity());
    }

    /** Judges whether a located face is a picture of a picture. */
    public PresentationAttack presentationAttack(LocatedFace face, Stopwatch stopwatch) {
        return presentationAttack(face, stopwatch, Watch.NOBODY);
    }

    /** The same while someone watches. */
    public PresentationAttack presentationAttack(LocatedFace face, Stopwatch stopwatch, Watch watch) {
        PresentationAttack finding = attackFusion
                .map(fusion -> attackMeasures(face, fusion.lastSignal()).map(all -> {
                    List<AttackJudgement> judgements = fusion.judgements(AttackMeasures.named(all));
                    watch.judged(judgements);
                    return AttackFusion.heard(judgements);
                }))
                .orElseGet(() -> networkAlone(face))
                .orElse(new PresentationAttack(0, 0, Finding.NOT_ASSESSED));
        stopwatch.lap(Stage.PRESENTATION_ATTACK);
        return finding;
    }

    /** The network's judgement, which is what there is without a fusion; empty without such a network. */
    private Optional<PresentationAttack> networkAlone(LocatedFace face) {
        return livenessScorer.map(
                scorer -> scorer.look(face.picture(), face.face()).alone());
    }

    /** What can be fused, one number per {@link AttackMeasures#NAMES}; empty without a presentation-attack network. */
    public Optional<List<Double>> attackMeasures(LocatedFace face) {
        return attackMeasures(face, AttackSignal.NETWORK_NEAR);
    }

    private Optional<List<Double>> attackMeasures(LocatedFace face, AttackSignal last) {
        return livenessScorer.map(scorer -> AttackMeasures.of(
                face.picture(),
                face.face().box(),
                face.landmarks(),
                face.aligned(),
                last.compareTo(AttackSignal.NETWORK_LAYERS) < 0
                        ? scorer.look(face.picture(), face.face())
                        : scorer.lookTwice(face.picture(), face.face()),
                last));
    }

    /** How that is fused; empty when the network's judgement stands alone. */
    public Optional<AttackFusion> attackFusion() {
        return attackFusion;
    }

    /** The id of the presentation-attack network and the live score from which it suspects nothing; empty when there is none. */
    public Optional<LivenessScorer> livenessScorer() {
        return livenessScorer;
    }

    /** Says how closed the eyes of a located face are; empty when the models have no network for that. */
    public Optional<EyeReader> eyeReader() {
        return eyeReader;
    }

    public Matcher matcher() {
        return matcher;
    }

    /** @throws io.namesake.face.ModelException when there is none, or it is not of these models */
    public Calibration calibration() {
        return models.calibration(options.calibration());
    }

    /** Name and version of the models. */
    public String modelName() {
        return models.name();
    }

    @Override
    public void close() {
        models.close();
    }
}
