package io.namesake.face.puppet;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.awt.image.BufferedImage;
import java.util.List;

/** Opens the mouth of a photo: lower lip and chin are moved down, and what shows between the lips is dark. The corners stay where they are. */
final class Mouth {
    /** How far the lips part, in eye distances: some 35 mm, the least that is usual. */
    private static final double WIDE = 0.55;
    /** A mouth is a little narrower when it is open wide, and the jaw is wider than it. */
    private static final double JAW = 2.2;

    private static final double STEP = 0.2;
    private static final int INSIDE = 0x3A1A18;

    private final BufferedImage photo;
    private final Landmarks landmarks;
    private final double wide;
    private final Point left;
    private final Point right;

    private Mouth(BufferedImage photo, Landmarks landmarks, double share) {
        this.photo = photo;
        this.landmarks = landmarks;
        wide = share * WIDE * landmarks.eyeDistance();
        left = landmarks.leftMouthCorner();
        right = landmarks.rightMouthCorner();
    }

    static BufferedImage opened(BufferedImage photo, Landmarks landmarks, double share) {
        return new Mouth(photo, landmarks, share).opened();
    }

    private BufferedImage opened() {
        BufferedImage opened = Retouch.copy(photo);
        double middle = (left.x() + right.x()) / 2;
        double half = (right.x() - left.x()) / 2;
        for (int x = 0; x < photo.getWidth(); x++) {
            double across = (x - middle) / half;
            if (Math.abs(across) < JAW) {
                open(opened, x, across);
            }
        }
        return opened;
    }

    /** One column: what lies below the line between the lips goes down, less and less far below the chin. */
    private void open(BufferedImage opened, int x, double across) {
        double lips = lips(across);
        double gap = Math.abs(across) < 1 ? wide * Math.sqrt(1 - across * across) : 0;
        double jaw = wide * Math.pow(Math.cos(Math.PI / 2 * across / JAW), 2);
        double chin = Math.max(1, landmarks.chin().y() - lips);
        for (int y = (int) Math.ceil(lips); y < lips + gap; y++) {
            Retouch.put(opened, x, y, INSIDE);
        }
        for (double below = 0; lips + below < photo.getHeight(); below += STEP) {
            double mixed = Math.min(1, below / (0.5 * chin));
            double fade = 1 - Retouch.smooth((below / chin - 0.9) / 1.4);
            double down = fade * ((1 - mixed) * gap + mixed * jaw);
            Retouch.put(opened, x, (int) Math.round(lips + below + down), Retouch.get(photo, x, lips + below));
        }
    }

    /** The line between the lips, or between the corners of the mouth and beyond. */
    private double lips(double across) {
        double line = left.y() + (Math.clamp(across, -1, 1) + 1) / 2 * (right.y() - left.y());
        List<Point> points = landmarks.points();
        double middle = (points.get(62).y() + points.get(66).y()) / 2 - (left.y() + right.y()) / 2;
        return line + middle * Math.max(0, 1 - across * across);
    }
}
