package io.namesake.face.evaluation;

/** What the portraits of an evaluation are made to look like; see {@link Portraits}. */
public enum PortraitStyle {
    /** 240 x 320 pixels in colour, at most 15 kB: as a chip's portrait. */
    COLOUR,
    /** The same in grey. */
    GREY,
    /** As COLOUR, but in JPEG 2000, which most chips hold; needs a {@link PortraitStorage}. */
    JPEG2000,
    /**
     * Printed in four inks through a screen of dots, then photographed again: paper, dots, glare, a slight blur and noise, 360 x 480 pixels.
     * Flat and straight on; what bends and slants is not in it.
     */
    PRINTED
}
