package io.namesake.face.engine;

/** The stages of the pipeline whose time is measured. */
public enum Stage {
    DECODE,
    DETECT,
    LANDMARKS,
    QUALITY,
    EMBED,
    PRESENTATION_ATTACK
}
