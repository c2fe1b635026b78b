package io.namesake.document.print;

import io.namesake.document.print.page.Quad;

/** A portrait's place about the face in it. */
final class FaceCut {
    /** How much higher a portrait is than the face in it. Between 1.35 on cards with a close portrait and 2.2 with a distant one. */
    static final double AIR = 1.8;
    /** Of a portrait, width to height (ICAO Doc 9303-3, 3.9: 35 by 45 mm). */
    static final double SHAPE = 35.0 / 45;

    private FaceCut() {}

    /** @param frame what was looked at, upright @param area where in it the face is; the cut does not leave the frame */
    static Quad around(Quad frame, FaceArea area) {
        double high = AIR * area.height() * frame.height();
        double wide = high * SHAPE;
        double x = (area.x() + area.width() / 2) * frame.width();
        double y = (area.y() + area.height() / 2) * frame.height();
        return frame.part(
                Math.max(0, (x - wide / 2) / frame.width()),
                Math.max(0, (y - high / 2) / frame.height()),
                Math.min(1, (x + wide / 2) / frame.width()),
                Math.min(1, (y + high / 2) / frame.height()));
    }
}
