package io.namesake.face.puppet;

import java.util.function.DoubleBinaryOperator;

/**
 * The shape that a photo is laid upon before it is moved. Lengths are in eye distances, from a point a third of an eye distance below
 * the middle of the eyes; x to the viewer's right, y down, z towards the viewer.
 */
public enum Surface {
    /** A generic head: an ellipsoid of average proportions with a nose. It moves before a background that stays. */
    HEAD((x, y) -> head(x, y, 0.32, 0.12), Surface::neck),

    /** The same with a low nose: what a judge takes for a head must not hang on how far somebody's nose stands out. */
    LOW_NOSED_HEAD((x, y) -> head(x, y, 0.24, 0.05), Surface::neck),

    /** A flat print or a screen. */
    PLANE((_, _) -> 0, Surface::all),

    /** A print that is bent around an upright axis, as attackers bend one to look less flat. */
    BENT((x, _) -> 2.2 * (Math.cos(Math.clamp(x / 2.2, -1.4, 1.4)) - 1), Surface::all),

    /** A print that is worn: a sheet bent around the face, down from the forehead, without a nose. It moves with the head. */
    WORN_SHEET((x, _) -> sheet(x), Surface::neck),

    /** A living forehead, eyes and bridge of the nose, and a sheet bent around all that is below. */
    WORN_LOWER_SHEET((x, y) -> lowered(x, y), Surface::neck);

    private final DoubleBinaryOperator depth;
    private final DoubleBinaryOperator hold;

    Surface(DoubleBinaryOperator depth, DoubleBinaryOperator hold) {
        this.depth = depth;
        this.hold = hold;
    }

    /** How near the viewer a point of the photo lies. */
    double depth(double x, double y) {
        return depth.applyAsDouble(x, y);
    }

    /** How much a point takes part in the movement, 0..1. */
    double hold(double x, double y) {
        return hold.applyAsDouble(x, y);
    }

    private static double all(double x, double y) {
        return 1;
    }

    /** @param tip how far the nose stands out there @param bridge and there */
    private static double head(double x, double y, double tip, double bridge) {
        double rest = 1 - square(x / 1.25) - square(y / 1.8);
        double skull = 1.35 * Math.sqrt(Math.max(rest, 0.02));
        double nose = tip * Math.exp(-square(x / 0.2) - square((y - 0.22) / 0.2))
                + bridge * Math.exp(-square(x / 0.13) - square((y + 0.1) / 0.25));
        double sockets = 0.06
                * (Math.exp(-square((x - 0.5) / 0.22) - square((y + 0.35) / 0.18))
                        + Math.exp(-square((x + 0.5) / 0.22) - square((y + 0.35) / 0.18)));
        return skull + nose - sockets;
    }

    /** Of the skull's curvature from ear to ear. */
    private static double sheet(double x) {
        return 1.35 * Math.sqrt(Math.max(1 - square(x / 1.25), 0.02));
    }

    /** The sheet's upper edge is on the lower half of the nose. */
    private static double lowered(double x, double y) {
        double covered = Retouch.smooth((y - 0.02) / 0.16);
        return (1 - covered) * head(x, y, 0.32, 0.12) + covered * sheet(x);
    }

    private static double neck(double x, double y) {
        double radius = Math.hypot(x / 1.25, y / 1.8);
        return Retouch.smooth((1.75 - radius) / 0.65);
    }

    private static double square(double v) {
        return v * v;
    }
}
