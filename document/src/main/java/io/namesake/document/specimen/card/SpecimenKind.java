package io.namesake.document.specimen.card;

import io.namesake.document.mrz.MrzFormat;

/** The travel documents that can be drawn. */
public enum SpecimenKind {
    /** A passport's page. */
    PASSPORT("PASSPORT", "P", MrzFormat.TD3, 125, 88),
    /** A card with the portrait before and the machine-readable zone behind. */
    CARD("IDENTITY CARD", "I", MrzFormat.TD1, 85.6, 53.98),
    /** A larger card with all on one side. */
    LARGE_CARD("IDENTITY CARD", "I", MrzFormat.TD2, 105, 74),
    VISA("VISA", "V", MrzFormat.MRV_A, 120, 80),
    SMALL_VISA("VISA", "V", MrzFormat.MRV_B, 105, 74);

    private final String title;
    private final String code;
    private final MrzFormat zone;
    private final double width;
    private final double height;

    SpecimenKind(String title, String code, MrzFormat zone, double width, double height) {
        this.title = title;
        this.code = code;
        this.zone = zone;
        this.width = width;
        this.height = height;
    }

    String title() {
        return title;
    }

    /** The first letter of its machine-readable zone. */
    public String code() {
        return code;
    }

    /** The form of its machine-readable zone. */
    public MrzFormat zone() {
        return zone;
    }

    /** In mm. */
    double width() {
        return width;
    }

    /** In mm. */
    double height() {
        return height;
    }

    boolean hasTwoSides() {
        return this == CARD;
    }
}
