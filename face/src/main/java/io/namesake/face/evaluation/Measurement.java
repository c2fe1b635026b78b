package io.namesake.face.evaluation;

import io.namesake.face.Calibration;
import io.namesake.face.engine.network.Matcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Works out the error rates over those pairs whose pictures are wanted. */
final class Measurement {
    /** How many of the worst pairs are told. */
    static final int WORST = 12;

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
        this.persons = Persons.of(enrolment.names(), options::personIn);
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

    ScoredPairs genuine(Among among) {
        return ScoredPairs.labelled(scores(among.pictures()), true, index, persons);
    }

    ScoredPairs impostors(Among among, CrossPairs cross, Progress progress) {
        return options.allImpostors()
                ? cross.score(progress)
                : ScoredPairs.labelled(scores(among.pictures()), false, index, persons);
    }

    CrossPairs cross(Among among) {
        return new CrossPairs(enrolment, persons, matcher, options, among, WORST);
    }

    /** Empty when one of the two kinds of pairs is missing. */
    Optional<MeasuredRates> rates(Among among, Progress progress) {
        ScoredPairs genuine = genuine(among);
        ScoredPairs impostors = impostors(among, cross(among), progress);
        if (genuine.total() == 0 || impostors.total() == 0) {
            return Optional.empty();
        }
        return Optional.of(rates(new ErrorRates(genuine, impostors), false, among, progress)
                .rates());
    }

    /**
     * Rates with the doubt about the whole trade-off.
     *
     * @param rates at single thresholds
     * @param band empty when it was not asked for, or cannot be told
     */
    record WithBand(MeasuredRates rates, List<DetBand> band) {}

    WithBand rates(ErrorRates rates, boolean withBand, Among among, Progress progress) {
        List<Calibration.Point> points =
                calibration.map(known -> known.points().reversed()).orElse(List.of());
        int[] done = new int[1];
        int[] total = new int[1];
        Bootstrap bootstrap = new Bootstrap(
                rates,
                persons,
                options.seed(),
                () -> progress.advanced(among.step(Progress.Phase.INTERVALS), ++done[0], total[0]));
        total[0] = options.falseMatchRates().size() + points.size() + (withBand ? bootstrap.bandPoints() : 0);
        MeasuredRates measured = new MeasuredRates(
                rates.genuine().total(),
                rates.impostors().total(),
                rates.equalErrorRate(),
                bootstrap.operatingPoints(options.falseMatchRates()),
                points.stream()
                        .map(point -> bootstrap.at(point.falseMatchRate(), point.threshold()))
                        .toList(),
                bootstrap.intervals());
        return new WithBand(measured, withBand ? bootstrap.band() : List.of());
    }
}
