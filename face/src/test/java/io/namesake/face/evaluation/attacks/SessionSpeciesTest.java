package io.namesake.face.evaluation.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.namesake.face.AttackFusion;
import io.namesake.face.FaceOptions;
import io.namesake.face.FaceVerifier;
import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.ChallengeFrame;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.evaluation.Workers;
import io.namesake.face.evaluation.attacks.Presentations.Instrument;
import io.namesake.face.puppet.Cast;
import io.namesake.face.puppet.Puppet;
import io.namesake.face.puppet.PuppetShow;
import io.namesake.face.puppet.Puppets;
import io.namesake.face.support.SharedFaces;
import io.namesake.face.support.Shares;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The whole capture session, challenge and passive check together, by species of attack (ISO/IEC 30107-3, clause 13.2), played by puppets that hold or wear
 * what {@link MadeAttack} makes of their picture. A session passes when its challenge does and nothing is suspected of the frame that is the selfie.
 *
 * <p>What is worn is worn by whoever of {@value AttackMeasurement#CHOICE_OF_WEARERS} others looks most like the person shown. A session is accepted when it passes and the selfie matches the
 * very photo that the attack was made of, as when a stolen document's portrait is printed: the share of those is the IAPAR of ISO/IEC 30107-3.
 *
 * <p>Puppets are enlarged photos with a sensor's noise, and are suspected more often than photos are. Attacks are therefore counted twice: at the shipped
 * thresholds, and at those that {@link OwnThresholds} sets on the puppets' own heads, as an operator would on living people before another camera.
 *
 * <p>{@code -Dnamesake.puppets=400} makes more of them, each another person's, and prints the table of {@code docs/threat-model.md}.
 */
class SessionSpeciesTest {
    private static final int PUPPETS = Integer.getInteger("namesake.puppets", 2);
    private static final int TELL_AFTER = 25;

    private final Map<String, List<CapturedSession>> sessions = new LinkedHashMap<>();

    @Test
    void heads_mostly_pass_and_prints_and_tilted_screens_hardly_ever_do() throws IOException {
        assumeThat(SharedFaces.lfwIsThere()).isTrue();
        try (FaceVerifier verifier = FaceVerifier.open();
                FacePipeline pipeline = new FacePipeline(FaceOptions.defaults());
                Puppets puppets = new Puppets()) {
            var judges = new CapturedSession.Judges(verifier, pipeline);
            List<Puppet> people =
                    new Cast(puppets, verifier).people().limit(PUPPETS).toList();
            AttackFusion shipped = pipeline.attackFusion().orElseThrow();
            inTurn(people.size(), i -> living(people.get(i), i, judges), List.of(shipped));
            List<AttackFusion> fusions = List.of(shipped, ofHeads(shipped));
            inTurn(people.size(), i -> attacks(people, i, judges, fusions), fusions);
            tell(fusions);
            assertThat(passed(Presentations.LIVING, shipped)).isGreaterThanOrEqualTo(PUPPETS / 2);
            sessions.keySet().stream()
                    .filter(name -> name.contains("print") || name.contains("turned by"))
                    .forEach(name -> assertThat(passed(name, shipped)).as(name).isLessThanOrEqualTo(PUPPETS / 25));
        }
    }

    /** By what was presented, as many persons at a time as there are processors. */
    private void inTurn(int people, IntFunction<Map<String, CapturedSession>> person, List<AttackFusion> fusions)
            throws IOException {
        Workers.Task present = i -> add(person.apply(i));
        Workers.forEach(people, Runtime.getRuntime().availableProcessors(), present, done -> {
            if (done % TELL_AFTER == 0) {
                tell(fusions);
            }
        });
    }

    private synchronized void add(Map<String, CapturedSession> ofPerson) {
        ofPerson.forEach((name, session) ->
                sessions.computeIfAbsent(name, _ -> new ArrayList<>()).add(session));
    }

    private static Map<String, CapturedSession> living(Puppet person, int number, CapturedSession.Judges judges) {
        return presented(person, new Presentations(person, person, number).living(), number, judges, List.of());
    }

    private static Map<String, CapturedSession> attacks(
            List<Puppet> people, int number, CapturedSession.Judges judges, List<AttackFusion> fusions) {
        Map<String, CapturedSession> all = new LinkedHashMap<>();
        Puppet person = people.get(number);
        List<Puppet> others = new ArrayList<>(people);
        others.remove(number);
        Collections.shuffle(others, new Random(number));
        Puppet attacker = Presentations.likest(
                person, others.subList(0, Math.min(AttackMeasurement.CHOICE_OF_WEARERS, others.size())));
        Presentations presentations = new Presentations(person, attacker, number);
        Stream.concat(presentations.held().stream(), presentations.moving().stream())
                .forEach(instrument -> all.putAll(presented(person, instrument, number, judges, fusions)));
        return all;
    }

    /** @param fusions where all of them suspect a person, the challenge is spared; none where it never is */
    private static Map<String, CapturedSession> presented(
            Puppet person,
            Instrument instrument,
            int number,
            CapturedSession.Judges judges,
            List<AttackFusion> fusions) {
        Map<String, CapturedSession> all = new LinkedHashMap<>();
        byte[] document = PuppetShow.jpeg(person.photo());
        List<ChallengeFrame> straight = new PuppetShow(number).straight(instrument.straight());
        List<Optional<List<Double>>> measures =
                straight.stream().map(judges::measures).toList();
        boolean suspected = !fusions.isEmpty()
                && fusions.stream()
                        .allMatch(fusion -> measures.stream().allMatch(of -> CapturedSession.suspects(fusion, of)));
        instrument.motions().forEach((name, motion) -> {
            long seed = 31L * number + name.hashCode();
            Challenge challenge =
                    Challenge.draw(new Random(seed), judges.verifier().movements());
            all.put(
                    name,
                    suspected
                            // Whichever is chosen: that needs no challenge, which takes seconds to draw.
                            ? new CapturedSession(measures.getFirst(), false, false)
                            : judges.judge(
                                    document,
                                    challenge,
                                    straight,
                                    motion.frames(challenge, new PuppetShow(seed)),
                                    measures));
        });
        return all;
    }

    /** With thresholds where one in twenty of the heads is suspected. */
    private AttackFusion ofHeads(AttackFusion shipped) {
        List<AttackTrial> heads = sessions.get(Presentations.LIVING).stream()
                .flatMap(session -> session.selfie().stream())
                .map(measures -> new AttackTrial("puppets", Optional.empty(), "a puppet", measures))
                .toList();
        return OwnThresholds.of(shipped, heads, "heads of puppets", LocalDate.EPOCH);
    }

    private int passed(String name, AttackFusion fusion) {
        return (int) sessions.get(name).stream()
                .filter(session -> session.passed(fusion))
                .count();
    }

    private int accepted(String name, AttackFusion fusion) {
        return (int) sessions.get(name).stream()
                .filter(session -> session.accepted(fusion))
                .count();
    }

    private synchronized void tell(List<AttackFusion> fusions) {
        sessions.forEach((name, of) -> {
            System.out.printf(Locale.ROOT, "%-58s", name);
            for (AttackFusion fusion : fusions) {
                long suspected = of.stream()
                        .filter(session -> session.suspectedBy(fusion))
                        .count();
                System.out.printf(
                        " | %s: not suspected %s, passed %s, accepted %s",
                        fusion == fusions.getFirst() ? "shipped" : "thresholds of heads",
                        Shares.of(of.size() - suspected, of.size()),
                        Shares.of(passed(name, fusion), of.size()),
                        Shares.of(accepted(name, fusion), of.size()));
            }
            System.out.println();
        });
    }
}
