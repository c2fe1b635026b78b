package io.namesake.face;

/**
 * What is looked at to tell a living person from a picture of a picture, as a closed list. Each is of another kind than the others, none is a proof: what
 * paper or a screen does to light is physics, how much it weighs was fitted ({@code docs/presentation-attacks.md}).
 */
public enum AttackSignal {
    /** The presentation-attack network. Value: its log-odds of a living person, -8..8. */
    NETWORK("network"),
    /**
     * Screens and halftones repeat, skin does not. Value: natural log of the strongest peak of the face's spectrum over the median of its
     * ring; about 2 to 3 without a pattern.
     */
    PERIODIC_PATTERN("periodic-pattern"),
    /**
     * What is photographed twice is blurred twice. Value: natural log of the finest detail's energy over that of coarse detail; middling detail and noise
     * (J. Immerkaer, "Fast noise variance estimation", 1996) count too.
     */
    DETAIL("detail"),
    /**
     * The grain of ink, paper and panels in local binary patterns (T. Ojala et al., PAMI 2002). Value: share of patterns that are not
     * uniform, 0..1; all of the histogram counts.
     */
    TEXTURE("texture"),
    /** Ink and panels reach fewer colours than skin in light. Value: mean chroma over luma, 0 and up; its spread counts too. */
    COLOUR("colour"),
    /** Neither paper nor a lit panel is black, and neither shines as skin does. Value: luma between the darkest and brightest 2 %, 0..1. */
    LIGHT("light"),
    /** A sheet or a screen has edges. Value: strength of the second strongest straight line beside the face, 0..1. */
    BORDER("border"),
    /**
     * A screen has a dark frame and a sheet a bright margin, farther from the face than {@link #BORDER} looks. Value: natural log of the strongest dark band
     * beside the face, in levels of luma.
     */
    FRAME("frame"),
    /**
     * A mask over the lower face ends on the cheeks. Value: natural log of the strongest step across a line over both cheeks, in light, colour and grain
     * together, over what differs along the line; each of the three counts too.
     */
    SEAM("seam"),
    /** Whoever wears a print has living skin beside it. Value: how much lighter the eyes are than the nose; other regions and traits count too. */
    REGIONS("regions"),
    /**
     * What the layers of the presentation-attack network see of the face and its surroundings: the mean of each channel of its stages, and the layer from which
     * it tells its classes. Value: the first of them, which says nothing by itself.
     */
    NETWORK_LAYERS("network-layers"),
    /** What the same stages see when the network looks once more, at little more than the face. Value: likewise. */
    NETWORK_NEAR("network-near");

    private final String code;

    AttackSignal(String code) {
        this.code = code;
    }

    /** The stable, kebab-case name, as used in reports and descriptors. */
    public String code() {
        return code;
    }
}
