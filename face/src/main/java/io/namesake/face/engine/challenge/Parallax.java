package io.namesake.face.engine.challenge;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How the tip of the nose moved before the face, between two frames. The affine map that carries some points of the face from one frame
 * to the other carries a flat picture's nose as well; a real nose, which lies nearer to the camera, is left behind or runs ahead
 * (R. Hartley and A. Zisserman, Multiple View Geometry, 2nd ed., section 13.3: plane plus parallax).
 *
 * @param across in eye distances, positive to the viewer's right, where a head goes that turns to its own left
 * @param down in eye distances, negative when the head looks up
 * @param foreshortening 0..1: how much the points were compressed in one direction more than in the other
 */
record Parallax(double across, double down, double foreshortening) {

    /** Before the eyes and the corners of the mouth, which lie almost in one plane. A smile or a laugh changes them, too. */
    static Parallax ofFace(Landmarks neutral, Landmarks frame) {
        return between(
                neutral,
                frame,
                face -> List.of(face.leftEye(), face.rightEye(), face.leftMouthCorner(), face.rightMouthCorner()));
    }

    /** Before what no expression moves: corners of the eyes, bridge and wings of the nose. On a head they do not lie in one plane. */
    static Parallax ofFirmPoints(Landmarks neutral, Landmarks frame) {
        return between(
                neutral,
                frame,
                face -> IntStream.of(36, 39, 42, 45, 27, 31, 35)
                        .mapToObj(face.points()::get)
                        .toList());
    }

    /** In eye distances, in that direction in which it is more. */
    double most() {
        return Math.max(Math.abs(across), Math.abs(down));
    }

    private static Parallax between(Landmarks neutral, Landmarks frame, Function<Landmarks, List<Point>> points) {
        AffineMap map = AffineMap.between(points.apply(neutral), points.apply(frame));
        Point carried = map.of(neutral.noseTip());
        // Along the longer axis nothing was foreshortened: it tells the frame's scale.
        double unit = neutral.eyeDistance() * map.longer();
        return new Parallax(
                (frame.noseTip().x() - carried.x()) / unit,
                (frame.noseTip().y() - carried.y()) / unit,
                map.foreshortening());
    }
}
