package io.namesake.face.evaluation;

import io.namesake.face.FaceReport;
import io.namesake.face.MeasuredQuality;
import io.namesake.face.PresentationAttack;
import io.namesake.face.PresentationAttack.Finding;
import io.namesake.face.Role;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stage;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.network.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads all pictures of an evaluation and makes their templates, which are wiped when this is closed. */
final class Enrolment implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<String> names;
    private final Template[] templates;
    private final UnusableReason[] reasons;
    private final List<List<String>> sentBack;
    private final Columns columns;
    private final Role second;
    private final StrictChoice.Outcome[] choices;
    private final PresentationAttack[] attacks;
    private final double[][] millis;

    /**
     * @param columns where in the pairs the pictures stand
     * @param second whose rules those of the second column are held to
     */
    Enrolment(List<String> names, Columns columns, Role second) {
        this.names = names;
        this.columns = columns;
        this.second = second;
        this.choices = new StrictChoice.Outcome[names.size()];
        this.sentBack = new ArrayList<>(Collections.nCopies(names.size(), List.of()));
        this.templates = new Template[names.size()];
        this.reasons = new UnusableReason[names.size()];
        this.attacks = new PresentationAttack[names.size()];
        this.millis = new double[names.size()][];
    }

    void run(FacePipeline pipeline, ImageSource images, EvaluationOptions options, Progress progress)
            throws IOException {
        Workers.forEach(
                names.size(),
                options.threads(),
                i -> enrol(i, images.read(names.get(i)), pipeline, options),
                done -> progress.advanced(Among.ALL.step(Progress.Phase.IMAGES), done, names.size()));
    }

    static FaceSelection selection(EvaluationOptions.FaceChoice choice) {
        return switch (choice) {
            case STRICT -> FaceSelection.STRICT;
            case NEAREST_CENTRE -> FaceSelection.NEAREST_CENTRE;
        };
    }

    private void enrol(int i, byte[] file, FacePipeline pipeline, EvaluationOptions options) {
        Stopwatch stopwatch = new Stopwatch();
        StrictChoice watch = new StrictChoice();
        try {
            LocatedFace face = pipeline.locate(file, role(i), selection(options.faceChoice()), stopwatch, watch);
            choices[i] = watch.outcome(role(i));
            attacks[i] = pipeline.presentationAttack(face, stopwatch);
            Template template = pipeline.embed(face, stopwatch);
            sentBack.set(i, reasons(face.report(), pipeline.isClear(template)));
            templates[i] = template;
            millis[i] = millis(stopwatch);
        } catch (UnusablePicture unusable) {
            reasons[i] = unusable.reason();
        }
    }

    private static List<String> reasons(FaceReport report, boolean clear) {
        List<String> reasons = new ArrayList<>();
        report.quality().stream()
                .filter(MeasuredQuality::sentBack)
                .forEach(measured -> reasons.add(measured.measure().name()));
        if (!clear) {
            reasons.add(QualityGate.UNCLEAR);
        }
        return List.copyOf(reasons);
    }

    private static double[] millis(Stopwatch stopwatch) {
        double total = stopwatch.total() / NANOS_PER_MILLI;
        double[] stages = Arrays.stream(Stage.values())
                .mapToDouble(stage -> stopwatch.nanos(stage) / NANOS_PER_MILLI)
                .toArray();
        double[] all = Arrays.copyOf(stages, stages.length + 1);
        all[stages.length] = total;
        return all;
    }

    List<String> names() {
        return names;
    }

    /** Null when the picture could not be used. */
    Template template(int image) {
        return templates[image];
    }

    /** Why the quality gate sends a usable picture back; empty when it does not. */
    List<String> sentBack(int image) {
        return sentBack.get(image);
    }

    boolean inFirstColumn(int image) {
        return columns.first().contains(names.get(image));
    }

    private Role role(int image) {
        return columns.role(names.get(image), second);
    }

    /** Those of each role that some picture has. */
    List<RoleFigures> roles() {
        return Stream.of(Role.values())
                .map(role -> IntStream.range(0, names.size())
                        .filter(image -> role(image) == role)
                        .toArray())
                .filter(images -> images.length > 0)
                .map(images -> RoleFigures.of(
                        role(images[0]),
                        images.length,
                        (int) IntStream.of(images)
                                .filter(image -> templates[image] == null)
                                .count(),
                        (int) IntStream.of(images)
                                .filter(image -> !sentBack(image).isEmpty())
                                .count()))
                .toList();
    }

    /** What a verification would have made of the usable pictures. */
    SeveralFaces severalFaces() {
        return new SeveralFaces(
                (int) Arrays.stream(templates).filter(Objects::nonNull).count(),
                count(StrictChoice.Outcome.REFUSED),
                count(StrictChoice.Outcome.OTHER_FACE));
    }

    private int count(StrictChoice.Outcome outcome) {
        return (int) IntStream.range(0, choices.length)
                .filter(image -> templates[image] != null && choices[image] == outcome)
                .count();
    }

    Optional<FailureToAcquire> failure(int image) {
        return Optional.ofNullable(reasons[image]).map(reason -> new FailureToAcquire(names.get(image), reason));
    }

    List<FailureToAcquire> failures() {
        return IntStream.range(0, names.size())
                .mapToObj(this::failure)
                .flatMap(Optional::stream)
                .toList();
    }

    StageTimes stageTimes() {
        return new StageTimes(
                median(Stage.DECODE.ordinal()),
                median(Stage.DETECT.ordinal()),
                median(Stage.LANDMARKS.ordinal()),
                median(Stage.QUALITY.ordinal()),
                median(Stage.EMBED.ordinal()),
                median(Stage.PRESENTATION_ATTACK.ordinal()),
                median(Stage.values().length));
    }

    private double median(int column) {
        return median(Arrays.stream(millis)
                .filter(Objects::nonNull)
                .mapToDouble(row -> row[column])
                .toArray());
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? 0 : values[values.length / 2];
    }

    /** Empty when there is no presentation-attack network. */
    Optional<LivenessStatistics> liveness() {
        List<PresentationAttack> assessed = Arrays.stream(attacks)
                .filter(attack -> attack != null && attack.finding() != Finding.NOT_ASSESSED)
                .toList();
        if (assessed.isEmpty()) {
            return Optional.empty();
        }
        int located = (int) Arrays.stream(attacks).filter(Objects::nonNull).count();
        long suspected = assessed.stream()
                .filter(attack -> attack.finding() == Finding.SUSPECTED)
                .count();
        return Optional.of(new LivenessStatistics(
                assessed.size(),
                located - assessed.size(),
                median(assessed.stream()
                        .mapToDouble(PresentationAttack::liveScore)
                        .toArray()),
                assessed.getFirst().threshold(),
                Rate.wilson(suspected, assessed.size())));
    }

    @Override
    public void close() {
        Arrays.stream(templates).filter(Objects::nonNull).forEach(Template::close);
    }
}
