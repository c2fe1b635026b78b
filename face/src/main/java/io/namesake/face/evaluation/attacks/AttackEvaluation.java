package io.namesake.face.evaluation.attacks;

import io.namesake.face.AttackFusion;
import io.namesake.face.FaceOptions;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.network.LivenessScorer;
import io.namesake.face.evaluation.EvaluationOptions;
import io.namesake.face.evaluation.Progress;
import io.namesake.face.evaluation.Workers;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Measures how passive presentation-attack detection errs on pictures of living people and of attacks (ISO/IEC 30107-3:2023). */
public final class AttackEvaluation {
    private final FaceOptions face;
    private final int threads;
    private final long seed;

    /**
     * @param threads pictures worked on at the same time, 1..256
     * @param seed of the made attacks, so that a run can be repeated exactly
     */
    public AttackEvaluation(FaceOptions face, int threads, long seed) {
        this.face = Objects.requireNonNull(face, "face");
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads must lie in 1..256, not " + threads);
        }
        this.threads = threads;
        this.seed = seed;
    }

    /**
     * Measures every picture, and makes attacks from some.
     *
     * @param sets living people and attacks
     * @param made the species to make from pictures of the first set of living people
     * @param makeFrom from how many of its pictures at most, spread evenly
     * @throws IOException when a picture cannot be read
     * @throws IllegalArgumentException when the models have no presentation-attack network, or there is no usable picture of a living person or of
     *     an attack
     * @throws io.namesake.face.ModelException when the models are not calibrated for the false match rate that the options ask for
     */
    public AttackFindings run(List<AttackSet> sets, List<MadeAttack> made, int makeFrom, Progress progress)
            throws IOException {
        try (FacePipeline pipeline = new FacePipeline(face)) {
            LivenessScorer network = pipeline.livenessScorer()
                    .orElseThrow(() -> new IllegalArgumentException("the models have no presentation-attack network"));
            double threshold = pipeline.calibration().thresholdAt(face.falseMatchRate());
            AttackMeasurement measurement = new AttackMeasurement(pipeline, threshold, seed);
            List<List<AttackTrial>> trials = Collections.synchronizedList(new ArrayList<>());
            List<Task> tasks = tasks(sets, made, makeFrom, measurement);
            trials.addAll(Collections.nCopies(tasks.size(), List.of()));
            Workers.forEach(
                    tasks.size(),
                    threads,
                    i -> trials.set(i, tasks.get(i).trials()),
                    done -> progress.advanced(Progress.Phase.IMAGES, done, tasks.size()));
            List<AttackTrial> all = trials.stream().flatMap(List::stream).toList();
            return new AttackFindings(
                    pipeline.modelName(),
                    network.networkId(),
                    network.threshold(),
                    pipeline.attackFusion(),
                    measurement.unusable(),
                    all);
        }
    }

    /** Work that can be done beside other work. */
    private interface Task {
        List<AttackTrial> trials() throws IOException;
    }

    private static List<Task> tasks(
            List<AttackSet> sets, List<MadeAttack> made, int makeFrom, AttackMeasurement measurement) {
        List<Task> tasks = new ArrayList<>();
        for (AttackSet set : sets) {
            set.pictures()
                    .forEach(picture -> tasks.add(() -> {
                        Optional<AttackTrial> trial = set.living()
                                ? measurement.living(set, picture)
                                : measurement.attack(set, picture, target(sets, picture));
                        return trial.stream().toList();
                    }));
        }
        if (!made.isEmpty()) {
            AttackSet living = sets.stream()
                    .filter(AttackSet::living)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("attacks are made from pictures of living people"));
            List<String> people = spread(living.pictures(), makeFrom);
            people.forEach(picture -> tasks.add(() -> measurement.make(living, picture, made, people)));
        }
        return tasks;
    }

    /** The first picture of the living person of the same name. */
    private static Optional<byte[]> target(List<AttackSet> sets, String attack) throws IOException {
        String person = EvaluationOptions.folderOf(attack);
        for (AttackSet set : sets) {
            for (String picture : set.pictures()) {
                if (set.living() && EvaluationOptions.folderOf(picture).equals(person)) {
                    return Optional.of(set.images().read(picture));
                }
            }
        }
        return Optional.empty();
    }

    /** At most so many of a list, evenly spread over it. */
    public static <T> List<T> spread(List<T> all, int most) {
        int count = Math.min(most, all.size());
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / count)));
        }
        return chosen;
    }

    /**
     * Fits a fusion on everything that was measured. Its thresholds are where 5 % of the living are suspected when they are left out of the fit, in the data
     * set where it is highest.
     *
     * @param leftOut what {@link AttackFindings#personsLeftOut} says of the same findings: the measured rates
     * @param dataSet what the pictures are, in words
     */
    public static AttackFusion fit(AttackFindings findings, AttackReport leftOut, String dataSet, LocalDate date) {
        AttackReport.Point point = leftOut.usual();
        return AttackFit.fit(findings.trials(), findings.network(), dataSet, date)
                .stricter(point.threshold())
                .with(measured(point));
    }

    /**
     * The models' own fusion with its thresholds set on the living people who were measured, for whom no attacks are at hand. 5 % of them are suspected, in the
     * data set where it is highest.
     *
     * @param people who they are, in words
     * @throws IllegalArgumentException when the models have no fusion
     */
    public static OnOwnPeople onOwnPeople(AttackFindings findings, String people, LocalDate date) {
        AttackFusion fusion = findings.fusion()
                .orElseThrow(() -> new IllegalArgumentException("the models have no fusion of attack signals"));
        AttackFusion set = OwnThresholds.of(fusion, findings.trials(), people, date);
        AttackReport report = findings.by(set, "fusion, thresholds of these living people");
        return new OnOwnPeople(set.with(measured(report.points().getFirst())), report);
    }

    /**
     * @param fusion with its thresholds
     * @param report how it errs on the same pictures; of living people it suspects as many as it was told to
     */
    public record OnOwnPeople(AttackFusion fusion, AttackReport report) {}

    private static List<AttackFusion.Measured> measured(AttackReport.Point point) {
        List<AttackFusion.Measured> measured = new ArrayList<>();
        point.living().forEach(row -> measured.add(measured("BPCER", row)));
        point.attacks().forEach(row -> measured.add(measured("APCER", row)));
        point.accepted().forEach(row -> measured.add(measured("IAPAR", row)));
        return measured;
    }

    private static AttackFusion.Measured measured(String rate, AttackReport.Row row) {
        return new AttackFusion.Measured(
                rate,
                row.name(),
                row.presentations(),
                row.persons(),
                round(row.rate().value()),
                round(row.rate().low()),
                round(row.rate().high()));
    }

    private static double round(double rate) {
        return Math.round(rate * 1e5) / 1e5;
    }
}
