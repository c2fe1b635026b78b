package io.namesake.face.evaluation.attacks;

import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.ChallengeFrame;
import io.namesake.face.challenge.Movement;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.puppet.Attitude;
import io.namesake.face.puppet.Puppet;
import io.namesake.face.puppet.PuppetShow;
import io.namesake.face.puppet.PuppetShow.Performer;
import io.namesake.face.puppet.Surface;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** Everything that somebody holds before the camera, or wears on their own face, who has a picture of somebody else; and that other, alive. */
final class Presentations {
    static final String LIVING = "living head";
    private static final int TURN = 22;
    /** Degrees: more would count as looking up, which nobody asked for. */
    private static final double LEANED_BACK = 10;

    private static final int[] TILTS = {25, 35, 45, 55};
    private static final List<MadeAttack> SCREENS =
            List.of(MadeAttack.REPLAY_SCREEN, MadeAttack.REPLAY_FINE, MadeAttack.REPLAY_FINE_OTHERWISE);

    private final Puppet person;
    private final Puppet attacker;
    private final long seed;
    /** Of the person's photo, printed or on a screen, or worn by the attacker. */
    private final Map<MadeAttack, BufferedImage> prints = new EnumMap<>(MadeAttack.class);

    private final Map<MadeAttack, Performer> films = new EnumMap<>(MadeAttack.class);

    /**
     * @param person who is shown
     * @param attacker who wears what is worn
     * @param seed of all that is drawn at random
     */
    Presentations(Puppet person, Puppet attacker, long seed) {
        this.person = person;
        this.attacker = attacker;
        this.seed = seed;
    }

    /** Who of several looks most like a person to a camera. */
    static Puppet likest(Puppet person, List<Puppet> others) {
        return others.stream()
                .min(Comparator.comparingDouble(other -> picture(person).unlike(picture(other))))
                .orElseThrow();
    }

    private record Moment(Movement movement, double share) {}

    /** How it is moved once the frames that look straight are taken. */
    interface Motion {
        List<ChallengeFrame> frames(Challenge challenge, PuppetShow show);
    }

    /**
     * An instrument and all that is done with it.
     *
     * @param straight how it is shown before the first prompt
     * @param motions by what is said of them
     */
    record Instrument(Performer straight, Map<String, Motion> motions) {}

    Instrument living() {
        Performer head = PuppetShow.head(person);
        return new Instrument(head, Map.of(LIVING, asked(head)));
    }

    /** What is held before the camera and moved, or shows a film that does not follow the prompts. */
    List<Instrument> held() {
        List<Instrument> held = new ArrayList<>();
        held.add(print());
        held.add(bentPrint());
        SCREENS.forEach(screen -> held.add(screen(screen)));
        return held;
    }

    /** What moves as asked: clips on a screen, and what is worn. */
    List<Instrument> moving() {
        List<Instrument> moving = new ArrayList<>();
        SCREENS.forEach(screen -> moving.add(clips(screen)));
        for (MadeAttack cutOut : List.of(MadeAttack.CUT_OUT, MadeAttack.CUT_OUT_OTHERWISE)) {
            moving.add(worn(cutOut, Surface.WORN_SHEET, "bent around the face"));
            moving.add(worn(cutOut, Surface.HEAD, "with the shape of a face"));
            moving.add(wornAroundTheMouth(cutOut));
            moving.add(wornAboveTheMouth(cutOut));
        }
        for (MadeAttack mask : List.of(MadeAttack.PARTIAL_MASK, MadeAttack.PARTIAL_MASK_OTHERWISE)) {
            moving.add(worn(mask, Surface.WORN_LOWER_SHEET, "bent around the lower face"));
            moving.add(worn(mask, Surface.HEAD, "with the shape of a face"));
            moving.add(wornAroundTheMouth(mask));
        }
        return moving;
    }

    private Instrument print() {
        Puppet print = made(MadeAttack.PRINT_HALFTONE);
        Instrument turned =
                turned(MadeAttack.PRINT_HALFTONE, degrees -> PuppetShow.printed(print, Surface.PLANE, degrees));
        Map<String, Motion> motions = new LinkedHashMap<>();
        motions.put(
                name(MadeAttack.PRINT_HALFTONE, "held still"),
                asked((_, share) -> print.show(Surface.PLANE, Attitude.NEUTRAL.shifted(3 * share, share))));
        motions.putAll(turned.motions);
        return new Instrument(turned.straight, motions);
    }

    private Instrument bentPrint() {
        Puppet print = made(MadeAttack.PRINT_BENT);
        return turned(MadeAttack.PRINT_BENT, degrees -> PuppetShow.printed(print, Surface.BENT, degrees));
    }

    private static Instrument turned(MadeAttack attack, IntFunction<Performer> by) {
        Map<String, Motion> motions = new LinkedHashMap<>();
        for (int degrees : TILTS) {
            motions.put(name(attack, "turned by " + degrees), asked(by.apply(degrees)));
        }
        return new Instrument(by.apply(TILTS[0]), motions);
    }

    /** With a film of the person, or a picture that blinks and opens its mouth by itself; for a turn the screen is turned. */
    private Instrument screen(MadeAttack attack) {
        Puppet shown = made(attack);
        Instrument turned = turned(attack, degrees -> PuppetShow.tilted(shown, Surface.PLANE, degrees));
        Performer film = films.computeIfAbsent(attack, this::film);
        Map<String, Motion> motions = new LinkedHashMap<>(turned.motions);
        motions.put(
                name(attack, "film in another order"),
                (challenge, show) -> show.moving(PuppetShow.inAnotherOrder(challenge), film));
        motions.put(
                name(attack, "film of all in a loop"),
                (challenge, show) -> show.looped(challenge.movements().size(), List.of(Movement.values()), film));
        return new Instrument(turned.straight, motions);
    }

    private Instrument clips(MadeAttack attack) {
        return new Instrument(
                PuppetShow.tilted(made(attack), Surface.PLANE, TILTS[0]),
                Map.of(name(attack, "clips played as asked for"), asked(films.computeIfAbsent(attack, this::film))));
    }

    private Performer film(MadeAttack attack) {
        Performer living = PuppetShow.head(person);
        Map<Moment, BufferedImage> shown = new HashMap<>();
        return (movement, share) ->
                shown.computeIfAbsent(new Moment(movement, share), _ -> made(attack, living.at(movement, share)));
    }

    /** By somebody who moves as asked, and whose own eyes blink; the mouth is printed and stays as it is. */
    private Instrument worn(MadeAttack attack, Surface surface, String shape) {
        Performer wearer = PuppetShow.worn(attacker.as(worn(attack)), surface, TURN);
        return new Instrument(wearer, Map.of(name(attack, shape), asked(wearer)));
    }

    /** With the shape of a face, and a hole for the mouth, too, in which one's own lips part; once with the head leaned back meanwhile, which brings the chin down. */
    private Instrument wornAroundTheMouth(MadeAttack attack) {
        BufferedImage print = worn(attack);
        return wornFree(
                share -> within(print, mouth(), share),
                name(attack, "with a hole for the mouth"),
                name(attack, "with a hole for the mouth, and a nod"));
    }

    /** With the shape of a face, and an end above the mouth: lips, chin and jaws are the wearer's own. */
    private Instrument wornAboveTheMouth(MadeAttack attack) {
        BufferedImage print = worn(attack);
        double lips = attacker.landmarks().points().get(51).y();
        double below = lips - 0.1 * attacker.landmarks().eyeDistance();
        Shape rest = new Rectangle2D.Double(0, below, print.getWidth(), print.getHeight() - below);
        return wornFree(
                share -> within(print, rest, share),
                name(attack, "that ends above the mouth"),
                name(attack, "that ends above the mouth, and a nod"));
    }

    /** @param seen what the camera sees of print and wearer, by how far the mouth is open, 0..1 */
    private Instrument wornFree(DoubleFunction<BufferedImage> seen, String still, String nodding) {
        Performer moved = PuppetShow.tilted(attacker.as(seen.apply(0)), Surface.HEAD, TURN);
        Map<String, Motion> motions = new LinkedHashMap<>();
        motions.put(still, asked(gaping(seen, moved, 0)));
        motions.put(nodding, asked(gaping(seen, moved, LEANED_BACK)));
        return new Instrument(moved, motions);
    }

    private Performer gaping(DoubleFunction<BufferedImage> seen, Performer moved, double leaned) {
        return (movement, share) -> movement == Movement.OPEN_MOUTH
                ? attacker.as(seen.apply(share)).show(Surface.HEAD, Attitude.NEUTRAL.nodded(-leaned * share))
                : moved.at(movement, share);
    }

    private Shape mouth() {
        Landmarks face = attacker.landmarks();
        double unit = face.eyeDistance();
        double top = face.points().get(51).y() - 0.1 * unit;
        double bottom = face.points().get(57).y() + 0.4 * unit;
        double left = face.leftMouthCorner().x() - 0.1 * unit;
        double width = face.rightMouthCorner().x() + 0.1 * unit - left;
        return new Ellipse2D.Double(left, top, width, bottom - top);
    }

    /** @param share how far the mouth of the wearer is open, who is seen within the shape, 0..1 */
    private BufferedImage within(BufferedImage print, Shape shape, double share) {
        BufferedImage worn = new BufferedImage(print.getWidth(), print.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = worn.createGraphics();
        pen.drawImage(print, 0, 0, null);
        pen.setClip(shape);
        pen.drawImage(attacker.show(Surface.PLANE, Attitude.NEUTRAL.gaping(share)), 0, 0, null);
        pen.dispose();
        return worn;
    }

    private Puppet made(MadeAttack attack) {
        return person.as(prints.computeIfAbsent(attack, _ -> made(attack, person.photo())));
    }

    private BufferedImage worn(MadeAttack attack) {
        return prints.computeIfAbsent(attack, _ -> attack.from(picture(person), picture(attacker), random(attack)));
    }

    private BufferedImage made(MadeAttack attack, BufferedImage picture) {
        return attack.from(new LivePicture(picture, person.box(), person.landmarks()), random(attack));
    }

    /** Always the same paper, ink and screen. */
    private RandomGenerator random(MadeAttack attack) {
        return new SplittableRandom(seed + attack.ordinal());
    }

    private static LivePicture picture(Puppet puppet) {
        return new LivePicture(puppet.photo(), puppet.box(), puppet.landmarks());
    }

    private static String name(MadeAttack attack, String motion) {
        return attack.species() + ", " + motion;
    }

    private static Motion asked(Performer performer) {
        return (challenge, show) -> show.moving(challenge.movements(), performer);
    }
}
