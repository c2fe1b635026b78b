package io.namesake.face.evaluation.attacks;

import io.namesake.face.engine.align.Landmarks;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The attack species (ISO/IEC 30107-3) that can be made from a living person's picture. */
public enum MadeAttack {
    /** A print whose halftone dots the camera resolves, held before the camera with its white margin. */
    PRINT_HALFTONE("made-print-halftone", Instrument.HELD, Making.USUAL) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Paper.held(Paper.printed(shown, random).halftoned(2.6 + 1.6 * random.nextDouble(), random), random)
                    .blurred(0.5 + 0.3 * random.nextDouble())
                    .image();
        }
    },

    /** A fine print, bent around a vertical axis: shaded, a little narrower, no dots to be seen. */
    PRINT_BENT("made-print-bent", Instrument.HELD, Making.USUAL) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Paper.bent(Paper.held(Paper.printed(shown, random), random), 0.1 + 0.2 * random.nextDouble())
                    .blurred(0.7 + 0.5 * random.nextDouble())
                    .image();
        }
    },

    /** A screen whose pixel grid beats with the camera's, with its dark frame. */
    REPLAY_SCREEN("made-replay-screen", Instrument.HELD, Making.USUAL) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Screen.framed(Screen.shown(shown, random).gridded(1.8 + 1.7 * random.nextDouble(), random), random)
                    .blurred(0.4 + 0.2 * random.nextDouble())
                    .image();
        }
    },

    /** A screen too fine for the camera: no grid, but its gamma, tint, glare and frame. */
    REPLAY_FINE("made-replay-fine", Instrument.HELD, Making.USUAL) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Screen.framed(Screen.glaring(Screen.shown(shown, random), random), random)
                    .blurred(0.6 + 0.4 * random.nextDouble())
                    .image();
        }
    },

    /** A print cut out along the face and worn, with holes for the eyes of the person behind it. */
    CUT_OUT("made-cut-out", Instrument.WORN, Making.USUAL) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Worn.by(shown, wearer, random, (x, y) -> Worn.face(x, y) && !Worn.eyes(x, y));
        }
    },

    /** A printed lower half of a face, worn. */
    PARTIAL_MASK("made-partial-mask", Instrument.WORN, Making.USUAL) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Worn.by(shown, wearer, random, (x, y) -> Worn.face(x, y) && y > Worn.NOSE);
        }
    },

    /** {@link #REPLAY_FINE}, made in another way. */
    REPLAY_FINE_OTHERWISE("made-otherwise-replay-fine", Instrument.HELD, Making.UNSEEN) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Panel.shown(shown, random).image();
        }
    },

    /** {@link #CUT_OUT}, made in another way. */
    CUT_OUT_OTHERWISE("made-otherwise-cut-out", Instrument.WORN, Making.UNSEEN) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Sheet.worn(shown, wearer, face, Sheet::withHoles, random);
        }
    },

    /** {@link #PARTIAL_MASK}, made in another way. */
    PARTIAL_MASK_OTHERWISE("made-otherwise-partial-mask", Instrument.WORN, Making.UNSEEN) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Sheet.worn(shown, wearer, face, Sheet::lowerHalf, random);
        }
    },

    /** A print, held before the camera, by a printer that is drawn at random. */
    PRINT_RANDOMISED("made-randomised-print", Instrument.HELD, Making.RANDOMISED) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            Raster held =
                    RandomisedCopy.held(RandomisedCopy.printed(shown, random), random, 0.7 + 0.3 * random.nextDouble());
            Raster bent = random.nextBoolean() ? held : Paper.bent(held, 0.05 + 0.25 * random.nextDouble());
            return RandomisedCopy.taken(bent, random);
        }
    },

    /** A screen that is drawn at random, its points seen or not. */
    REPLAY_RANDOMISED("made-randomised-replay", Instrument.HELD, Making.RANDOMISED) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            Raster screen = RandomisedCopy.shown(shown, random);
            Raster seen = random.nextBoolean() ? screen : RandomisedCopy.striped(screen, random);
            return RandomisedCopy.taken(RandomisedCopy.held(seen, random, 0.12 * random.nextDouble()), random);
        }
    },

    /** A cut-out whose print, shape and edge are drawn at random. */
    CUT_OUT_RANDOMISED("made-randomised-cut-out", Instrument.WORN, Making.RANDOMISED) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return RandomisedMask.worn(shown, wearer, face, RandomisedMask::withHoles, random);
        }
    },

    /** A mask over the lower face whose print, shape and edge are drawn at random. */
    PARTIAL_MASK_RANDOMISED("made-randomised-partial-mask", Instrument.WORN, Making.RANDOMISED) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return RandomisedMask.worn(shown, wearer, face, RandomisedMask::lowerHalf, random);
        }
    },

    /**
     * A cut-out that ends above the mouth, so that whoever wears it can open their own. A fit that learns from it, too, suspects more of the living whom a camera
     * took that it has not seen.
     */
    UPPER_MASK("made-upper-mask", Instrument.WORN, Making.UNSEEN) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Worn.by(shown, wearer, random, (x, y) -> Worn.face(x, y) && !Worn.eyes(x, y) && y < Worn.LIPS);
        }
    },

    /** {@link #UPPER_MASK}, made in another way. */
    UPPER_MASK_OTHERWISE("made-otherwise-upper-mask", Instrument.WORN, Making.UNSEEN) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return Sheet.worn(shown, wearer, face, Sheet::upperHalf, random);
        }
    },

    /** A cut-out that ends above the mouth and whose print, shape and edge are drawn at random. */
    UPPER_MASK_RANDOMISED("made-randomised-upper-mask", Instrument.WORN, Making.RANDOMISED) {
        @Override
        BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random) {
            return RandomisedMask.worn(shown, wearer, face, RandomisedMask::upperHalf, random);
        }
    };

    /** How a picture is presented. */
    enum Instrument {
        /** Before the camera, the whole of it: a print or a screen. */
        HELD,
        /** On a living face. */
        WORN
    }

    /** What a fit may learn from an attack's making. */
    enum Making {
        /** In one way, with its sizes and colours chosen at random: every judge learns from it. */
        USUAL,
        /**
         * In as many ways as can be thought of, drawn at random one by one, so that what is learnt is not one maker's habit (J. Tobin et al., "Domain
         * randomization", IROS 2017). Each judge learns from those of its own instrument.
         */
        RANDOMISED,
        /**
         * In a way that nothing learns from. It shows how much of what was learnt is the species, and how much its makers.
         */
        UNSEEN
    }

    private final String species;
    private final Instrument instrument;
    private final Making making;

    MadeAttack(String species, Instrument instrument, Making making) {
        this.species = species;
        this.instrument = instrument;
        this.making = making;
    }

    /** The stable name of the species in reports. */
    public String species() {
        return species;
    }

    Instrument instrument() {
        return instrument;
    }

    Making making() {
        return making;
    }

    /** The one with that name; empty when it is of a real species. */
    static Optional<MadeAttack> of(String species) {
        return Arrays.stream(values())
                .filter(attack -> attack.species.equals(species))
                .findFirst();
    }

    /**
     * Makes the attack. What is worn is worn by the person whom it shows.
     *
     * @param live a picture of a living person, a few hundred pixels wide
     * @param random chooses colours, sizes and angles
     */
    BufferedImage from(LivePicture live, RandomGenerator random) {
        Raster raster = live.raster();
        return make(raster, raster, live.landmarks(), random);
    }

    /**
     * Makes the attack, worn by somebody else.
     *
     * @param live whom it shows
     * @param wearer who wears it
     * @throws IllegalStateException when it is held before the camera, and not worn
     */
    BufferedImage from(LivePicture live, LivePicture wearer, RandomGenerator random) {
        if (instrument != Instrument.WORN) {
            throw new IllegalStateException(species + " is not worn");
        }
        LivePicture shown = live.onto(wearer);
        return make(shown.raster(), wearer.raster(), shown.landmarks(), random);
    }

    /**
     * @param shown a person
     * @param wearer who wears what is worn; the person shown lies there in their place
     * @param face of the person shown
     */
    abstract BufferedImage make(Raster shown, Raster wearer, Landmarks face, RandomGenerator random);
}
