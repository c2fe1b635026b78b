package io.namesake.face.puppet;

import io.namesake.face.Assessment;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Role;
import io.namesake.face.evaluation.LabelledPair;
import io.namesake.face.support.SharedFaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puppets of people in LFW's development split, each of another person, who are alone in their picture and look into the camera, as somebody would who
 * starts a capture.
 */
public final class Cast {
    private final Puppets puppets;
    private final FaceVerifier verifier;

    public Cast(Puppets puppets, FaceVerifier verifier) {
        this.puppets = puppets;
        this.verifier = verifier;
    }

    /** One after the other, as far as there are any, and always the same. */
    public Stream<Puppet> people() {
        Set<String> folders = new HashSet<>();
        return pictures()
                .filter(picture -> folders.add(picture.substring(0, picture.lastIndexOf('/'))))
                .map(this::of)
                .flatMap(Optional::stream);
    }

    /** In the first places of the test list's pairs of different persons, then in the second ones; then so in the training list. */
    private static Stream<String> pictures() {
        return Stream.of("pairsDevTest.csv", "pairsDevTrain.csv").flatMap(Cast::pictures);
    }

    private static Stream<String> pictures(String list) {
        List<LabelledPair> pairs = SharedFaces.lfwPairs(list, Integer.MAX_VALUE).stream()
                .filter(pair -> !pair.samePerson())
                .toList();
        return Stream.<Function<LabelledPair, String>>of(LabelledPair::imageA, LabelledPair::imageB)
                .flatMap(image -> pairs.stream().map(image));
    }

    private Optional<Puppet> of(String picture) {
        try {
            return puppets.of(SharedFaces.lfw(picture)).filter(this::looksStraight);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean looksStraight(Puppet puppet) {
        byte[] still = PuppetShow.jpeg(puppet.show(Surface.HEAD, Attitude.NEUTRAL));
        return verifier.assess(still, Role.SELFIE) instanceof Assessment.Usable usable
                && Math.hypot(usable.face().pose().yaw(), usable.face().pose().pitch()) < 10;
    }
}
