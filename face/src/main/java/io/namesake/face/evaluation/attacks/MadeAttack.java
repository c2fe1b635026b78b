package io.namesake.face.evaluation.attacks;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** The attack species (ISO/IEC 30107-3) that can be made from a living person's picture. */
public enum MadeAttack {
    /** A print whose halftone dots the camera resolves, held before the camera with its white margin. */
    PRINT_HALFTONE("made-print-halftone") {
        @Override
        BufferedImage make(Raster live, RandomGenerator random) {
            return Paper.held(Paper.printed(live, random).halftoned(2.6 + 1.6 * random.nextDouble(), random), random)
                    .blurred(0.5 + 0.3 * random.nextDouble())
                    .image();
        }
    },

    /** A fine print, bent around a vertical axis: shaded, a little narrower, no dots to be seen. */
    PRINT_BENT("made-print-bent") {
        @Override
        BufferedImage make(Raster live, RandomGenerator random) {
            return Paper.bent(Paper.held(Paper.printed(live, random), random), 0.1 + 0.2 * random.nextDouble())
                    .blurred(0.7 + 0.5 * random.nextDouble())
                    .image();
        }
    },

    /** A screen whose pixel grid beats with the camera's, with its dark frame. */
    REPLAY_SCREEN("made-replay-screen") {
        @Override
        BufferedImage make(Raster live, RandomGenerator random) {
            return Screen.framed(Screen.shown(live, random).gridded(1.8 + 1.7 * random.nextDouble(), random), random)
                    .blurred(0.4 + 0.2 * random.nextDouble())
                    .image();
        }
    },

    /** A screen too fine for the camera: no grid, but its gamma, tint, glare and frame. */
    REPLAY_FINE("made-replay-fine") {
        @Override
        BufferedImage make(Raster live, RandomGenerator random) {
            return Screen.framed(Screen.glaring(Screen.shown(live, random), random), random)
                    .blurred(0.6 + 0.4 * random.nextDouble())
                    .image();
        }
    },

    /** A print cut out along the face and worn, with holes for the eyes of the person behind it. */
    CUT_OUT("made-cut-out") {
        @Override
        BufferedImage make(Raster live, RandomGenerator random) {
            Raster print = Paper.printed(live, random).blurred(0.5 + 0.3 * random.nextDouble());
            return live.with(print, (x, y) -> Worn.face(x, y) && !Worn.eyes(x, y))
                    .image();
        }
    },

    /** A printed lower half of a face, worn. */
    PARTIAL_MASK("made-partial-mask") {
        @Override
        BufferedImage make(Raster live, RandomGenerator random) {
            Raster print = Paper.printed(live, random).blurred(0.5 + 0.3 * random.nextDouble());
            return live.with(print, (x, y) -> Worn.face(x, y) && y > Worn.NOSE).image();
        }
    };

    private final String species;

    MadeAttack(String species) {
        this.species = species;
    }

    /** The stable name of the species in reports. */
    public String species() {
        return species;
    }

    /**
     * Makes the attack.
     *
     * @param live a picture of a living person, a few hundred pixels wide
     * @param face left, top, width and height of the box around the face, in its pixels
     * @param random chooses colours, sizes and angles
     */
    public BufferedImage from(BufferedImage live, Rectangle2D face, RandomGenerator random) {
        return make(Raster.of(live, face), random);
    }

    abstract BufferedImage make(Raster live, RandomGenerator random);
}
