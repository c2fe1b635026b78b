package io.namesake.face.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Measures the gate and the groups, beside what all pairs together show. */
final class QualityGates {
    private final Measurement measurement;
    private final Enrolment enrolment;
    private final EvaluationOptions options;

    QualityGates(Measurement measurement, Enrolment enrolment, EvaluationOptions options) {
        this.measurement = measurement;
        this.enrolment = enrolment;
        this.options = options;
    }

    QualityGate gate(Progress progress) {
        Map<String, Integer> reasons = new TreeMap<>();
        int sentBack = 0;
        for (int i : usable(image -> true)) {
            List<String> own = enrolment.sentBack(i);
            own.forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            sentBack += own.isEmpty() ? 0 : 1;
        }
        return new QualityGate(
                usable(image -> true).length,
                sentBack,
                reasons,
                measurement.rates(new Among("those that pass the gate", this::passes), progress));
    }

    List<GroupRates> groups(Progress progress) {
        return options.groups().values().stream()
                .distinct()
                .sorted()
                .map(group -> group(group, progress))
                .toList();
    }

    private GroupRates group(String group, Progress progress) {
        IntPredicate member =
                image -> options.groupOf(enrolment.names().get(image)).equals(Optional.of(group));
        int[] images = usable(member);
        int[] persons = measurement.persons().ofImage();
        return new GroupRates(
                group,
                (int) IntStream.of(images)
                        .map(image -> persons[image])
                        .distinct()
                        .count(),
                images.length,
                (int) IntStream.of(images).filter(image -> !passes(image)).count(),
                measurement.rates(new Among("group " + group, member), progress));
    }

    private boolean passes(int image) {
        return enrolment.template(image) != null && enrolment.sentBack(image).isEmpty();
    }

    private int[] usable(IntPredicate wanted) {
        return IntStream.range(0, enrolment.names().size())
                .filter(image -> enrolment.template(image) != null)
                .filter(wanted)
                .toArray();
    }
}
