package io.namesake.face.engine.challenge;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.util.List;

/**
 * How far the tip of the nose stands beside the line from the nose's bridge to the middle of the mouth. A straight line stays straight in
 * every view of a flat picture, and of one that is bent around an upright axis; on a head that turns, it breaks.
 */
final class NoseLine {
    private NoseLine() {}

    /** In lengths of that line; positive to the viewer's right. */
    static double offset(Landmarks landmarks) {
        List<Point> points = landmarks.points();
        Point bridge = points.get(27);
        Point mouth = Point.mean(List.of(points.get(51), points.get(57), points.get(62), points.get(66)));
        Point tip = Point.mean(List.of(points.get(30), points.get(33)));
        double dx = mouth.x() - bridge.x();
        double dy = mouth.y() - bridge.y();
        return ((tip.x() - bridge.x()) * dy - (tip.y() - bridge.y()) * dx) / (dx * dx + dy * dy);
    }
}
