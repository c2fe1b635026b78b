package io.namesake.face.evaluation.attacks;

import io.namesake.face.engine.align.Landmarks;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** The attack species (ISO/IEC 30107-3) that can be made from a living person's picture. */
public enum MadeAttack {
    /** A print whose halftone dots the camera resolves, held before the camera with its white margin. */
    PRINT_HALFTONE("made-print-halftone") {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            return Paper.held(Paper.printed(live, random).halftoned(2.6 + 1.6 * random.nextDouble(), random), random)
                    .blurred(0.5 + 0.3 * random.nextDouble())
                    .image();
        }
    },

    /** A fine print, bent around a vertical axis: shaded, a little narrower, no dots to be seen. */
    PRINT_BENT("made-print-bent") {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            return Paper.bent(Paper.held(Paper.printed(live, random), random), 0.1 + 0.2 * random.nextDouble())
                    .blurred(0.7 + 0.5 * random.nextDouble())
                    .image();
        }
    },

    /** A screen whose pixel grid beats with the camera's, with its dark frame. */
    REPLAY_SCREEN("made-replay-screen") {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            return Screen.framed(Screen.shown(live, random).gridded(1.8 + 1.7 * random.nextDouble(), random), random)
                    .blurred(0.4 + 0.2 * random.nextDouble())
                    .image();
        }
    },

    /** A screen too fine for the camera: no grid, but its gamma, tint, glare and frame. */
    REPLAY_FINE("made-replay-fine") {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            return Screen.framed(Screen.glaring(Screen.shown(live, random), random), random)
                    .blurred(0.6 + 0.4 * random.nextDouble())
                    .image();
        }
    },

    /** A print cut out along the face and worn, with holes for the eyes of the person behind it. */
    CUT_OUT("made-cut-out") {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            Raster print = Paper.printed(live, random).blurred(0.5 + 0.3 * random.nextDouble());
            return live.with(print, (x, y) -> Worn.face(x, y) && !Worn.eyes(x, y))
                    .image();
        }
    },

    /** A printed lower half of a face, worn. */
    PARTIAL_MASK("made-partial-mask") {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            Raster print = Paper.printed(live, random).blurred(0.5 + 0.3 * random.nextDouble());
            return live.with(print, (x, y) -> Worn.face(x, y) && y > Worn.NOSE).image();
        }
    },

    /** {@link #REPLAY_FINE}, made in another way. */
    REPLAY_FINE_OTHERWISE("made-otherwise-replay-fine", false) {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            return Panel.shown(live, random).image();
        }
    },

    /** {@link #CUT_OUT}, made in another way. */
    CUT_OUT_OTHERWISE("made-otherwise-cut-out", false) {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            Raster print = Inks.printed(live, random);
            return Sheet.worn(live, print, Sheet.withHoles(face, random), face.eyeDistance(), random)
                    .image();
        }
    },

    /** {@link #PARTIAL_MASK}, made in another way. */
    PARTIAL_MASK_OTHERWISE("made-otherwise-partial-mask", false) {
        @Override
        BufferedImage make(Raster live, Landmarks face, RandomGenerator random) {
            Raster print = Inks.printed(live, random);
            return Sheet.worn(live, print, Sheet.lowerHalf(face, random), face.eyeDistance(), random)
                    .image();
        }
    };

    private final String species;
    private final boolean fitted;

    MadeAttack(String species) {
        this(species, true);
    }

    MadeAttack(String species, boolean fitted) {
        this.species = species;
        this.fitted = fitted;
    }

    /** The stable name of the species in reports. */
    public String species() {
        return species;
    }

    /**
     * Whether a fit may learn from it. Those that it may not learn from were made in another way from the same species: they show how much of what was
     * learnt is the species, and how much its maker.
     */
    public boolean fitted() {
        return fitted;
    }

    /**
     * Makes the attack.
     *
     * @param live a picture of a living person, a few hundred pixels wide
     * @param face left, top, width and height of the box around the face, in its pixels
     * @param landmarks of that face, in its pixels
     * @param random chooses colours, sizes and angles
     */
    BufferedImage from(BufferedImage live, Rectangle2D face, Landmarks landmarks, RandomGenerator random) {
        return make(Raster.of(live, face), landmarks, random);
    }

    abstract BufferedImage make(Raster live, Landmarks face, RandomGenerator random);
}
