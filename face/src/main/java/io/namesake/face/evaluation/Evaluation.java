package io.namesake.face.evaluation;

import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.network.Matcher;
import java.io.IOException;
import java.util.ArrayList;
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
 * bootstrap", 2007). Where no error was seen there is nothing to draw from, and the upper end is that of Clopper-Pearson.
 */
public final class Evaluation {
    private final EvaluationOptions options;

    public Evaluation(EvaluationOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Reads each picture that the pairs name once, compares the pairs and measures. All pictures are held to the limits of
     * {@link io.namesake.face.Role#DOCUMENT}.
     *
     * @param pairs labelled pairs; at least one genuine and one impostor pair must be usable
     * @param images where to read the pictures
     * @param progress hears how far it is
     * @throws IOException when a picture cannot be read
     * @throws IllegalArgumentException when there is no genuine or no impostor pair whose pictures could be used
     */
    public EvaluationReport run(List<LabelledPair> pairs, ImageSource images, Progress progress) throws IOException {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (LabelledPair pair : pairs) {
            index.putIfAbsent(pair.imageA(), index.size());
            index.putIfAbsent(pair.imageB(), index.size());
        }
        List<String> names = List.copyOf(index.keySet());
        try (FacePipeline pipeline = new FacePipeline(options.face());
                Enrolment enrolment = new Enrolment(names)) {
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
        Persons persons = Persons.of(enrolment.names(), options.personOf());
        ScoredPairs genuine = ScoredPairs.labelled(scores, true, index, persons);
        ScoredPairs impostors = options.allImpostors()
                ? new CrossPairs(enrolment, persons, pipeline.matcher(), options.threads()).score(progress)
                : ScoredPairs.labelled(scores, false, index, persons);
        if (genuine.total() == 0 || impostors.total() == 0) {
            throw new IllegalArgumentException(
                    "an evaluation needs a genuine and an impostor pair that can be used, not " + genuine.total()
                            + " and " + impostors.total());
        }
        ErrorRates rates = new ErrorRates(genuine, impostors);
        CrossValidation accuracy = CrossValidation.of(scores);
        return new EvaluationReport(
                pipeline.modelName(),
                enrolment.names().size(),
                genuine.total(),
                impostors.total(),
                enrolment.failures(),
                accuracy.mean(),
                accuracy.deviation(),
                rates.equalErrorRate(),
                new Bootstrap(rates, persons, options.seed()).operatingPoints(options.falseMatchRates()),
                rates.detCurve(),
                enrolment.stageTimes(),
                enrolment.liveness(),
                scores);
    }
}
