package io.namesake.face.evaluation;

import io.namesake.face.FaceOptions;
import io.namesake.face.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How an evaluation runs.
 *
 * @param face the models and limits to evaluate; the false match rates in it play no part
 * @param threads pictures worked on at the same time, 1..256
 * @param allImpostors whether every cross pair of pictures of different persons is compared, too, so that low false match rates
 *     are really measured
 * @param personOf the person that a picture's name stands for (such as the name of its folder); used with allImpostors, to resample by
 *     person and to find a person's group
 * @param faceChoice what to do with pictures of several faces
 * @param falseMatchRates at which thresholds are measured, each above 0 and at most 0.01, which is as far as cross pairs are held
 * @param groups the group of a picture, by the picture's name, or of all pictures of a person, by the person's name; empty for no groups
 * @param acrossColumns whether cross pairs are made only of a picture of the pairs' first column and one of the second, as when the first
 *     are documents and the second selfies; a picture that is in both counts as of the first
 * @param second whose rules the pictures of the pairs' second column are held to, those that are in both columns included; all others
 *     are held to those of {@link Role#DOCUMENT}
 * @param seed of the bootstrap's random numbers, so that a run can be repeated exactly
 */
public record EvaluationOptions(
        FaceOptions face,
        int threads,
        boolean allImpostors,
        UnaryOperator<String> personOf,
        FaceChoice faceChoice,
        List<Double> falseMatchRates,
        Map<String, String> groups,
        boolean acrossColumns,
        Role second,
        long seed) {

    /** What an evaluation does with a picture that shows several faces. */
    public enum FaceChoice {
        /** As {@link io.namesake.face.FaceVerifier} does: such a picture is a failure to acquire. */
        STRICT,
        /** Take the face nearest the centre: right for LFW, whose pictures are centred on the named person. */
        NEAREST_CENTRE
    }

    public EvaluationOptions {
        Objects.requireNonNull(face, "face");
        Objects.requireNonNull(personOf, "personOf");
        Objects.requireNonNull(faceChoice, "faceChoice");
        Objects.requireNonNull(second, "second");
        falseMatchRates = List.copyOf(falseMatchRates);
        groups = Map.copyOf(groups);
        for (double rate : falseMatchRates) {
            if (!(rate > 0 && rate <= 1e-2)) {
                throw new IllegalArgumentException("a false match rate must lie between 0 and 0.01, not " + rate);
            }
        }
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads must lie in 1..256, not " + threads);
        }
    }

    /** Default face options, all cores, pairs only, persons by folder, the face nearest the centre, all held to the rules of documents. */
    public static EvaluationOptions defaults() {
        return new EvaluationOptions(
                FaceOptions.defaults(),
                Runtime.getRuntime().availableProcessors(),
                false,
                EvaluationOptions::folderOf,
                FaceChoice.NEAREST_CENTRE,
                List.of(1e-2, 1e-3, 1e-4),
                Map.of(),
                false,
                Role.DOCUMENT,
                1);
    }

    /** These options with or without every cross pair of different persons. */
    public EvaluationOptions withAllImpostors(boolean wanted) {
        return new EvaluationOptions(
                face, threads, wanted, personOf, faceChoice, falseMatchRates, groups, acrossColumns, second, seed);
    }

    /** These options with other face options. */
    public EvaluationOptions withFace(FaceOptions options) {
        return new EvaluationOptions(
                options,
                threads,
                allImpostors,
                personOf,
                faceChoice,
                falseMatchRates,
                groups,
                acrossColumns,
                second,
                seed);
    }

    /** These options with another number of threads. */
    public EvaluationOptions withThreads(int number) {
        return new EvaluationOptions(
                face, number, allImpostors, personOf, faceChoice, falseMatchRates, groups, acrossColumns, second, seed);
    }

    /** These options with another treatment of several faces. */
    public EvaluationOptions withFaceChoice(FaceChoice choice) {
        return new EvaluationOptions(
                face, threads, allImpostors, personOf, choice, falseMatchRates, groups, acrossColumns, second, seed);
    }

    /** These options with other false match rates. */
    public EvaluationOptions withFalseMatchRates(List<Double> rates) {
        return new EvaluationOptions(
                face, threads, allImpostors, personOf, faceChoice, rates, groups, acrossColumns, second, seed);
    }

    /** These options with groups, by the names of pictures or persons. */
    public EvaluationOptions withGroups(Map<String, String> ofNames) {
        return new EvaluationOptions(
                face,
                threads,
                allImpostors,
                personOf,
                faceChoice,
                falseMatchRates,
                ofNames,
                acrossColumns,
                second,
                seed);
    }

    /** These options with cross pairs across the columns only, or not. */
    public EvaluationOptions withAcrossColumns(boolean wanted) {
        return new EvaluationOptions(
                face, threads, allImpostors, personOf, faceChoice, falseMatchRates, groups, wanted, second, seed);
    }

    /** These options with the second column held to the rules of a role. */
    public EvaluationOptions withSecond(Role role) {
        return new EvaluationOptions(
                face, threads, allImpostors, personOf, faceChoice, falseMatchRates, groups, acrossColumns, role, seed);
    }

    /** These options with persons who are told in another way than by folders. */
    public EvaluationOptions withPersonOf(UnaryOperator<String> named) {
        return new EvaluationOptions(
                face, threads, allImpostors, named, faceChoice, falseMatchRates, groups, acrossColumns, second, seed);
    }

    /** Who is in a picture; a portrait that was drawn of it shows the same person. */
    String personIn(String picture) {
        return personOf.apply(Portraits.original(picture));
    }

    /** The group of a picture, or of its person; that of its portrait is the same. */
    Optional<String> groupOf(String picture) {
        return Optional.ofNullable(groups.get(Portraits.original(picture)))
                .or(() -> Optional.ofNullable(groups.get(personIn(picture))));
    }

    /** The name of the folder that a path with slashes lies in: {@code images/Ann/Ann_1.jpg} is of {@code Ann}. */
    public static String folderOf(String path) {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
