package io.namesake.face.evaluation.attacks;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.align.SimilarityTransform;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture of a living person, from which attacks are made.
 *
 * @param image a few hundred pixels wide
 * @param face left, top, width and height of the box around the face, in its pixels
 * @param landmarks of that face, in its pixels
 */
record LivePicture(BufferedImage image, Rectangle2D face, Landmarks landmarks) {
    private static final int SAMPLES = 11;

    Raster raster() {
        return Raster.of(image, face);
    }

    /** This face in the place of somebody else's, eyes, nose and mouth as near to theirs as size, slant and shift can bring them. */
    LivePicture onto(LivePicture wearer) {
        SimilarityTransform there = to(landmarks, wearer.landmarks);
        BufferedImage moved =
                new BufferedImage(wearer.image.getWidth(), wearer.image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = moved.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(
                image, new AffineTransform(there.a(), there.b(), -there.b(), there.a(), there.tx(), there.ty()), null);
        pen.dispose();
        List<Point> points = landmarks.points().stream().map(there::apply).toList();
        return new LivePicture(moved, wearer.face, new Landmarks(points));
    }

    /** How unlike this person somebody looks to a camera, see {@link Look#unlike}. */
    double unlike(LivePicture other) {
        return look().unlike(other.look());
    }

    /** What a camera sees of the person by which they can be told from others. */
    Look look() {
        return new Look(landmarks, skin());
    }

    /**
     * @param landmarks of the face, in the picture's pixels
     * @param skin the mean red, green and blue of the middle of the face, 0..1
     */
    record Look(Landmarks landmarks, List<Double> skin) {
        /**
         * How unlike somebody looks to a camera, from 0 on: the distance of the colours of both faces, 0..1 each, and that of eyes, nose and mouth from
         * each other in eye distances.
         */
        double unlike(Look other) {
            double apart = to(landmarks, other.landmarks).residual(landmarks.fivePoints(), other.landmarks.fivePoints())
                    / other.landmarks.eyeDistance();
            return apart
                    + Math.hypot(
                            Math.hypot(skin.get(0) - other.skin.get(0), skin.get(1) - other.skin.get(1)),
                            skin.get(2) - other.skin.get(2));
        }
    }

    private List<Double> skin() {
        double[] mean = new double[3];
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double across = 0.25 + 0.5 * (i % SAMPLES) / (SAMPLES - 1);
            double down = 0.3 + 0.5 * (i / SAMPLES) / (SAMPLES - 1);
            int x = Math.clamp((int) (face.getX() + across * face.getWidth()), 0, image.getWidth() - 1);
            int y = Math.clamp((int) (face.getY() + down * face.getHeight()), 0, image.getHeight() - 1);
            int rgb = image.getRGB(x, y);
            for (int c = 0; c < mean.length; c++) {
                mean[c] += (rgb >> 16 - 8 * c & 0xFF) / (255.0 * SAMPLES * SAMPLES);
            }
        }
        return List.of(mean[0], mean[1], mean[2]);
    }

    private static SimilarityTransform to(Landmarks one, Landmarks other) {
        return SimilarityTransform.fit(one.fivePoints(), other.fivePoints());
    }
}
