package io.namesake.face.engine.challenge;

import io.namesake.face.challenge.Movement;

/**
 * How a frame differs from the person's own neutral one. The limits were chosen on pictures of LFW's development split that were
 * rendered as turned heads, tilted planes and bent prints; {@code docs/threat-model.md} says what they let through.
 *
 * @param parallax of the nose before the face
 * @param firm the same before what no expression moves
 * @param noseLine see {@link NoseLine}; positive when the head turns to its own left
 * @param growth size now over size then
 * @param closing how much more closed the eyes are
 * @param gap how much farther the lips are apart, in eye distances
 * @param jaw how much farther down the chin is, in eye distances, than a nod alone has brought it
 */
record Change(
        Parallax parallax, Parallax firm, double noseLine, double growth, double closing, double gap, double jaw) {
    /** Eye distances: a head of average depth that turns by 14 degrees. */
    private static final double TURNED = 0.15;

    private static final double NOSE_BESIDE_ITS_LINE = 0.035;
    /** Eye distances: a head that looks up by 11 degrees. */
    private static final double LIFTED = 0.10;

    private static final double CLOSER = 1.2;
    static final double CLOSED = 7;
    private static final double OPEN = 4;
    /** Eye distances: some 13 mm. A mouth can be opened three times as far; most words and smiles part the lips less. */
    private static final double GAPING = 0.2;
    /** Eye distances: some 8 mm. A chin goes down by as much as the lips part, of which landmarks show some two thirds. */
    private static final double DROPPED = 0.12;
    /** Who leans the head back has the chin farther from the eyes, and the tip of the nose nearer to them. */
    private static final double FOR_EACH_NOD = 1.5;
    /** A head that turns or nods is foreshortened by about the square of the angle, while its nose moves by the angle itself. */
    private static final double FORESHORTENED = 0.05;

    /** The same for a turn by how far the nose leaves its line, which goes with the angle as well, so that one shape has one foreshortening for each square of it. */
    private static final double TURNED_FORESHORTENED = 0.03;

    private static final double FOR_EACH_NOSE_LINE_SQUARED = 35;

    private static final double FLAT = 0.14;
    private static final double FOR_EACH_PARALLAX = 0.6;
    /** For points that no expression moves: they are sheared as well when a head turns, and pictures of heads have less parallax before them. */
    private static final double FIRMLY_FLAT = 0.06;

    private static final double FOR_EACH_FIRM_PARALLAX = 3;

    static Change between(Seen neutral, Seen frame) {
        OpenMouth closed = OpenMouth.of(neutral.landmarks());
        OpenMouth opened = OpenMouth.of(frame.landmarks());
        Parallax firm = Parallax.ofFirmPoints(neutral.landmarks(), frame.landmarks());
        return new Change(
                Parallax.ofFace(neutral.landmarks(), frame.landmarks()),
                firm,
                NoseLine.offset(frame.landmarks()) - NoseLine.offset(neutral.landmarks()),
                frame.size() / neutral.size(),
                frame.closed() - neutral.closed(),
                opened.gap() - closed.gap(),
                opened.jaw() - closed.jaw() + FOR_EACH_NOD * firm.down());
    }

    /** Whether the frame shows the movement. A head that turns and lifts its chin at once shows only that which it does more. */
    boolean shows(Movement movement) {
        return switch (movement) {
            case TURN_LEFT -> turned(1);
            case TURN_RIGHT -> turned(-1);
            case LOOK_UP -> lift() >= LIFTED && lift() > Math.abs(parallax.across()) && isLikeAHead();
            case COME_CLOSER -> growth >= CLOSER;
            case BLINK -> closing >= CLOSED && Math.abs(parallax.across()) < TURNED;
            case OPEN_MOUTH -> gap >= GAPING && jaw >= DROPPED && Math.abs(parallax.across()) < TURNED;
        };
    }

    private boolean turned(int side) {
        double turn = side * parallax.across();
        return turn >= TURNED
                && turn >= lift()
                && side * noseLine >= NOSE_BESIDE_ITS_LINE
                && isLikeAHead()
                && hasANose();
    }

    private double lift() {
        return -parallax.down();
    }

    /** A bent print is foreshortened as a head is, but its nose hardly leaves the line. */
    private boolean hasANose() {
        return parallax.foreshortening() <= TURNED_FORESHORTENED + FOR_EACH_NOSE_LINE_SQUARED * noseLine * noseLine;
    }

    /** Whether the eyes are open, as in the neutral frame. */
    boolean isOpen() {
        return closing <= OPEN;
    }

    /** Not more foreshortened than a head with this parallax would be. */
    private boolean isLikeAHead() {
        return parallax.foreshortening() <= FORESHORTENED + FOR_EACH_PARALLAX * parallax.most();
    }

    /**
     * Much more foreshortened than that: something flat was tilted. A smile pulls the corners of the mouth apart as a tilt would, so the
     * points that it does not move must say the same.
     */
    boolean isFlat() {
        return parallax.foreshortening() >= FLAT + FOR_EACH_PARALLAX * parallax.most()
                && firm.foreshortening() >= FIRMLY_FLAT + FOR_EACH_FIRM_PARALLAX * firm.most();
    }
}
