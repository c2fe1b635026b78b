package io.namesake.face.puppet;

import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.align.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Renders a still photo as if what it shows had moved: laid on a {@link Surface}, turned, and seen by a camera near by. */
public final class Puppet {
    /** The camera's distance in eye distances: about half a metre. */
    private static final double CAMERA = 8;

    private final BufferedImage photo;
    private final Landmarks landmarks;
    private final Rectangle2D box;
    private final double unit;
    private final Point centre;

    /**
     * @param landmarks of the one face in the photo
     * @param box around that face, in pixels
     */
    public Puppet(BufferedImage photo, Landmarks landmarks, Rectangle2D box) {
        this.photo = photo;
        this.landmarks = landmarks;
        this.box = box;
        Point eyes = Point.mean(java.util.List.of(landmarks.leftEye(), landmarks.rightEye()));
        unit = landmarks.eyeDistance();
        centre = new Point(eyes.x(), eyes.y() + 0.35 * unit);
    }

    public BufferedImage photo() {
        return photo;
    }

    public Landmarks landmarks() {
        return landmarks;
    }

    public Rectangle2D box() {
        return box;
    }

    /** Another picture of this face in the same place, such as a print of it. */
    public Puppet as(BufferedImage picture) {
        return new Puppet(picture, landmarks, box);
    }

    /** A frame of the size of the photo. */
    public BufferedImage show(Surface surface, Attitude attitude) {
        BufferedImage canvas = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setColor(new Color(0x6E, 0x70, 0x74));
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.dispose();
        BufferedImage lidded = attitude.lids() > 0 ? Eyelids.closed(photo, landmarks, attitude.lids()) : photo;
        BufferedImage face = attitude.mouth() > 0 ? Mouth.opened(lidded, landmarks, attitude.mouth()) : lidded;
        new Mesh(face, canvas).draw((x, y) -> moved(surface, attitude, x, y));
        return canvas;
    }

    /** Where a pixel of the photo goes: x, y, and its nearness. */
    private double[] moved(Surface surface, Attitude attitude, double px, double py) {
        double x = (px - centre.x()) / unit;
        double y = (py - centre.y()) / unit;
        double z = surface.depth(x, y);
        double hold = surface.hold(x, y);
        double front = surface.depth(0, -0.35);
        double away = (CAMERA - (z - front)) / CAMERA;
        double yaw = Math.toRadians(attitude.yaw());
        double pitch = Math.toRadians(attitude.pitch());
        double x0 = x * away;
        double y0 = y * away;
        double x1 = x0 * Math.cos(yaw) + z * Math.sin(yaw);
        double z1 = -x0 * Math.sin(yaw) + z * Math.cos(yaw);
        double y1 = y0 * Math.cos(pitch) + z1 * Math.sin(pitch);
        double z2 = -y0 * Math.sin(pitch) + z1 * Math.cos(pitch);
        double near = CAMERA / (CAMERA - (z2 - front));
        double toX = x + hold * (x1 * near - x);
        double toY = y + hold * (y1 * near - y);
        return new double[] {
            centre.x() + toX * unit * attitude.scale() + attitude.shiftX(),
            centre.y() + toY * unit * attitude.scale() + attitude.shiftY(),
            hold * z2
        };
    }

    /** A photo enlarged so that the eyes are this many pixels apart, upright, cut to a portrait around the face. */
    public static BufferedImage framed(BufferedImage photo, Landmarks landmarks, double eyes, int width, int height) {
        double scale = eyes / landmarks.eyeDistance();
        Point middle = Point.mean(java.util.List.of(landmarks.leftEye(), landmarks.rightEye()));
        BufferedImage framed = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = framed.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.translate(width / 2.0, height * 0.42);
        Point left = landmarks.leftEye();
        Point right = landmarks.rightEye();
        graphics.rotate(-Math.atan2(right.y() - left.y(), right.x() - left.x()));
        graphics.scale(scale, scale);
        graphics.translate(-middle.x(), -middle.y());
        graphics.drawImage(photo, 0, 0, null);
        graphics.dispose();
        return framed;
    }
}
