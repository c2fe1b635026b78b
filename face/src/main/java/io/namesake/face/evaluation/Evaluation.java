package io.namesake.face.evaluation;

import io.namesake.face.Calibration;
import io.namesake.face.ModelException;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.network.Matcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Runs the face comparison over labelled pairs and measures how often it errs (ISO/IEC 19795-1). Embeddings live in memory during {@link #run} and
 * never leave this library.
 *
 * <p>Intervals are 95 % percentile intervals of a bootstrap over persons: persons, not pairs, are drawn anew 1,000 times, and a
 * pair counts as often as its persons were drawn. The intervals of Wilson and Clopper-Pearson would take pairs for independent, but
 * the pairs of one person are not (one unusual face spoils all of them), and of the cross pairs each picture is in thousands. Where
 * hardly any impostor pairs share a person, this errs on the wide side (by up to the square root of 3; A. Owen, "The pigeonhole
 * bootstrap", 2007). Where no error was seen there is nothing to draw from, and the upper end is that of Clopper-Pearson. Of fewer than
 * {@value Intervals#LEAST_PERSONS} persons there is no interval.
 */
public final class Evaluation {
    private final EvaluationOptions options;

    public Evaluation(EvaluationOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Reads each picture that the pairs name once, compares the pairs and measures. Whose limits they are held to is
     * {@link EvaluationOptions#second()}'s to say.
     *
     * @param pairs labelled pairs; at least one genuine and one impostor pair must be usable
     * @param images where to read the pictures
     * @param progress hears how far it is
     * @throws IOException when a picture cannot be read
     * @throws IllegalArgumentException when there is no genuine or no impostor pair whose pictures could be used, or when all cross pairs
     *     are wanted of more pictures than there is memory for
     */
    public EvaluationReport run(List<LabelledPair> pairs, ImageSource images, Progress progress) throws IOException {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (LabelledPair pair : pairs) {
            index.putIfAbsent(pair.imageA(), index.size());
            index.putIfAbsent(pair.imageB(), index.size());
        }
        List<String> names = List.copyOf(index.keySet());
        Columns columns = Columns.of(pairs);
        if (options.allImpostors()) {
            CrossPairs.requireRoom(
                    Persons.of(names, options::personIn),
                    options.acrossColumns() ? image -> columns.first().contains(names.get(image)) : null,
                    Runtime.getRuntime().maxMemory());
        }
        try (FacePipeline pipeline = new FacePipeline(options.face());
                Enrolment enrolment = new Enrolment(names, columns, options.second())) {
            enrolment.run(pipeline, images, options, progress);
            List<PairScore> scores = score(pairs, index, enrolment, pipeline.matcher());
            return measure(scores, index, enrolment, pipeline, progress);
        }
    }

    private static List<PairScore> score(
            List<LabelledPair> pairs, Map<String, Integer> index, Enrolment enrolment, Matcher matcher) {
        List<PairScore> scores = new ArrayList<>(pairs.size());
        for (LabelledPair pair : pairs) {
            int a = index.get(pair.imageA());
            int b = index.get(pair.imageB());
            Optional<FailureToAcquire> failure = enrolment.failure(a).or(() -> enrolment.failure(b));
            scores.add(
                    failure.isPresent()
                            ? new PairScore(
                                    pair,
                                    OptionalDouble.empty(),
                                    List.of(),
                                    failure.map(
                                            f -> f.image() + ": " + f.reason().code()))
                            : new PairScore(
                                    pair,
                                    OptionalDouble.of(matcher.similarity(enrolment.template(a), enrolment.template(b))),
                                    matcher.explain(enrolment.template(a), enrolment.template(b)),
                                    Optional.empty()));
        }
        return scores;
    }

    private EvaluationReport measure(
            List<PairScore> scores,
            Map<String, Integer> index,
            Enrolment enrolment,
            FacePipeline pipeline,
            Progress progress) {
        Measurement measurement =
                new Measurement(scores, index, enrolment, pipeline.matcher(), options, calibration(pipeline));
        CrossPairs cross = measurement.cross(Among.ALL);
        ScoredPairs genuine = measurement.genuine(Among.ALL);
        ScoredPairs impostors = measurement.impostors(Among.ALL, cross, progress);
        if (genuine.total() == 0 || impostors.total() == 0) {
            throw new IllegalArgumentException(
                    "an evaluation needs a genuine and an impostor pair that can be used, not " + genuine.total()
                            + " and " + impostors.total());
        }
        ErrorRates rates = new ErrorRates(genuine, impostors);
        Measurement.WithBand measured = measurement.rates(rates, true, Among.ALL, progress);
        MeasuredRates all = measured.rates();
        CrossValidation accuracy = CrossValidation.of(scores);
        QualityGates gates = new QualityGates(measurement, enrolment, options);
        return new EvaluationReport(
                pipeline.modelName(),
                enrolment.names().size(),
                genuine.total(),
                impostors.total(),
                enrolment.failures(),
                enrolment.roles(),
                options.faceChoice() == EvaluationOptions.FaceChoice.STRICT
                        ? Optional.empty()
                        : Optional.of(enrolment.severalFaces()),
                accuracy.mean(),
                accuracy.deviation(),
                all.equalErrorRate(),
                all.operatingPoints(),
                rates.detCurve(),
                enrolment.stageTimes(),
                enrolment.liveness(),
                scores,
                all.calibrated(),
                measured.band(),
                all.intervals(),
                genuine.histogram(),
                impostors.histogram(),
                gates.gate(progress),
                gates.groups(progress),
                options.allImpostors() ? lookAlikes(cross, measurement.persons(), all) : Optional.empty(),
                options.allImpostors() ? cross.mostAlike() : mostAlike(scores));
    }

    /** Models that were never calibrated can be measured, too; how else would they be calibrated? */
    private static Optional<Calibration> calibration(FacePipeline pipeline) {
        try {
            return Optional.of(pipeline.calibration());
        } catch (ModelException _) {
            return Optional.empty();
        }
    }

    private static Optional<LookAlikes> lookAlikes(CrossPairs cross, Persons persons, MeasuredRates rates) {
        double[] nearest = cross.nearestOfPersons();
        List<LookAlikes.Reached> reached = rates.operatingPoints().stream()
                .map(point -> new LookAlikes.Reached(
                        point.falseMatchRate(),
                        Rate.wilson(
                                Arrays.stream(nearest)
                                        .filter(similarity -> similarity >= point.threshold())
                                        .count(),
                                nearest.length)))
                .toList();
        return Optional.of(new LookAlikes(nearest.length, persons.count() - 1, nearest[nearest.length / 2], reached));
    }

    private static List<WorstPair> mostAlike(List<PairScore> scores) {
        return scores.stream()
                .filter(score ->
                        !score.pair().samePerson() && score.similarity().isPresent())
                .map(WorstPair::of)
                .sorted(Comparator.comparingDouble(WorstPair::similarity).reversed())
                .limit(Measurement.WORST)
                .toList();
    }
}
