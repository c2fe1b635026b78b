package io.namesake.face.evaluation.attacks;

import io.namesake.face.engine.attack.AttackMeasures;
import io.namesake.face.support.DrawnFace;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Trials whose measures are drawn, and a face of nothing but skin. */
final class DrawnTrials {
    static final int SIDE = 200;
    static final int SKIN = 0xC89678;
    static final Rectangle2D BOX = new Rectangle2D.Double(50, 50, 100, 110);

    private DrawnTrials() {}

    static BufferedImage skin() {
        return skin(SKIN);
    }

    /** @param colour {@code 0xRRGGBB} */
    static BufferedImage skin(int colour) {
        BufferedImage live = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        int[] skin = new int[SIDE * SIDE];
        Arrays.fill(skin, colour);
        live.setRGB(0, 0, SIDE, SIDE, skin, 0, SIDE);
        return live;
    }

    /** An attack made from that face. */
    static BufferedImage made(MadeAttack attack, long seed) {
        return attack.from(new LivePicture(skin(), BOX, DrawnFace.landmarks()), new Random(seed));
    }

    /** Forty living people and forty cut-outs, all of one person. */
    static List<AttackTrial> ofOnePerson() {
        Random random = new Random(1);
        List<AttackTrial> trials = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            trials.add(trial(random, Optional.empty(), 0));
            trials.add(trial(random, Optional.of(MadeAttack.CUT_OUT.species()), 1));
        }
        return trials;
    }

    static AttackTrial trial(Random random, Optional<String> species, double shift) {
        return new AttackTrial(
                "set",
                species,
                "person",
                AttackMeasures.NAMES.stream()
                        .map(name -> random.nextGaussian() + shift)
                        .toList());
    }
}
