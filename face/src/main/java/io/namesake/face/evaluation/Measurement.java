package io.namesake.face.evaluation;

import io.namesake.face.Calibration;
import io.namesake.face.engine.network.Matcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Works out the error rates over those pairs whose pictures are wanted. */
final class Measurement {
    private final List<PairScore> scores;
    private final Map<String, Integer> index;
    private final Enrolment enrolment;
    private final Persons persons;
    private final Matcher matcher;
    private final EvaluationOptions options;
    private final Optional<Calibration> calibration;

    Measurement(
            List<PairScore> scores,
            Map<String, Integer> index,
            Enrolment enrolment,
            Matcher matcher,
            EvaluationOptions options,
            Optional<Calibration> calibration) {
        this.scores = scores;
        this.index = index;
        this.enrolment = enrolment;
        this.persons = Persons.of(enrolment.names(), options.personOf());
        this.matcher = matcher;
        this.options = options;
        this.calibration = calibration;
    }

    Persons persons() {
        return persons;
    }

    /** The labelled pairs of which both pictures are wanted. */
    List<PairScore> scores(IntPredicate wanted) {
        return scores.stream()
                .filter(score -> wanted.test(index.get(score.pair().imageA())))
                .filter(score -> wanted.test(index.get(score.pair().imageB())))
                .toList();
    }

    ScoredPairs genuine(IntPredicate wanted) {
        return ScoredPairs.labelled(scores(wanted), true, index, persons);
    }

    ScoredPairs impostors(IntPredicate wanted, CrossPairs cross, Progress progress) {
        return options.allImpostors()
                ? cross.score(progress)
                : ScoredPairs.labelled(scores(wanted), false, index, persons);
    }

    CrossPairs cross(IntPredicate wanted) {
        return new CrossPairs(enrolment, persons, matcher, options, wanted);
    }

    /** Empty when one of the two kinds of pairs is missing. */
    Optional<MeasuredRates> rates(IntPredicate wanted, Progress progress) {
        ScoredPairs genuine = genuine(wanted);
        ScoredPairs impostors = impostors(wanted, cross(wanted), progress);
        if (genuine.total() == 0 || impostors.total() == 0) {
            return Optional.empty();
        }
        ErrorRates rates = new ErrorRates(genuine, impostors);
        return Optional.of(rates(rates, new Bootstrap(rates, persons, options.seed())));
    }

    MeasuredRates rates(ErrorRates rates, Bootstrap bootstrap) {
        return new MeasuredRates(
                rates.genuine().total(),
                rates.impostors().total(),
                rates.equalErrorRate(),
                bootstrap.operatingPoints(options.falseMatchRates()),
                calibration.map(points -> calibrated(points, bootstrap)).orElse(List.of()));
    }

    private static List<CalibratedRates> calibrated(Calibration calibration, Bootstrap bootstrap) {
        return calibration.points().reversed().stream()
                .map(point -> bootstrap.at(point.falseMatchRate(), point.threshold()))
                .toList();
    }
}
