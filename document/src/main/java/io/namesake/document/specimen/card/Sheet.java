package io.namesake.document.specimen.card;

import io.namesake.document.print.page.Point;
import io.namesake.document.print.page.Quad;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** One side of a specimen while it is drawn; all lengths in mm from its upper left corner. */
final class Sheet {
    /** Pixels in a millimetre: 305 dpi. */
    static final double SCALE = 12;

    private static final Color LABEL = new Color(0x3C5A78);
    private static final Color VALUE = new Color(0x14141C);

    private final double width;
    private final double height;
    private final BufferedImage image;
    private final Graphics2D graphics;

    Sheet(double width, double height, Color paper, Color lines) {
        this.width = width;
        this.height = height;
        this.image = new BufferedImage(
                (int) Math.round(width * SCALE), (int) Math.round(height * SCALE), BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(paper);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        waves(lines);
    }

    /** A place in pixels. */
    static Quad place(double x, double y, double wide, double high) {
        return new Quad(
                new Point(x * SCALE, y * SCALE),
                new Point((x + wide) * SCALE, y * SCALE),
                new Point((x + wide) * SCALE, (y + high) * SCALE),
                new Point(x * SCALE, (y + high) * SCALE));
    }

    /** Fine lines as printers of documents use them. */
    private void waves(Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(0.08f));
        for (double y = -4; y < height + 4; y += 0.9) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(0, y);
            for (double x = 0; x <= width; x += 1) {
                wave.lineTo(x, y + 1.6 * Math.sin(x / 5 + y / 7) + 0.6 * Math.sin(x / 2.3));
            }
            graphics.draw(wave);
        }
    }

    void text(String text, double x, double baseline, double size, String family, boolean bold) {
        graphics.setColor(VALUE);
        draw(text, x, baseline, size, family, bold);
    }

    void label(String text, double x, double baseline, double size, String family) {
        graphics.setColor(LABEL);
        draw(text, x, baseline, size, family, false);
    }

    /** A label and beneath it what it stands for. */
    void field(String label, String value, double x, double y) {
        label(label, x, y, 1.7, Font.SANS_SERIF);
        text(value, x, y + 3.3, 2.9, Font.SANS_SERIF, true);
    }

    private void draw(String text, double x, double baseline, double size, String family, boolean bold) {
        // Java rounds the advances of small fonts, so letters are drawn large and shrunk.
        Font font = new Font(family, bold ? Font.BOLD : Font.PLAIN, 100);
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, baseline);
        graphics.scale(size / 100, size / 100);
        graphics.setFont(font);
        graphics.drawString(text, 0, 0);
        graphics.setTransform(before);
    }

    /** Cut to the frame's shape about its middle. */
    void portrait(BufferedImage picture, double x, double y, double wide, double high) {
        double scale = Math.max(wide / picture.getWidth(), high / picture.getHeight());
        var clip = graphics.getClip();
        graphics.setClip(new RoundRectangle2D.Double(x, y, wide, high, 1, 1));
        graphics.drawImage(
                picture,
                new AffineTransform(
                        scale,
                        0,
                        0,
                        scale,
                        x + (wide - scale * picture.getWidth()) / 2,
                        y + (high - scale * picture.getHeight()) / 2),
                null);
        graphics.setClip(clip);
    }

    /** The rows of a machine-readable zone. @param y top of the first @param pitch from row to row */
    void zone(String text, int rows, double x, double y, double pitch) {
        graphics.setColor(new Color(0xF4F4F0));
        int length = text.length() / rows;
        for (int row = 0; row < rows; row++) {
            StrokeLetters.draw(graphics, text.substring(row * length, (row + 1) * length), x, y + row * pitch);
        }
    }

    /** Lighter paper under the zone. */
    void band(double y) {
        graphics.setColor(new Color(0xF2F2EE));
        graphics.setComposite(AlphaComposite.SrcOver.derive(0.75f));
        graphics.fill(new java.awt.geom.Rectangle2D.Double(0, y, width, height - y));
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    /** Across all of it, so that nobody takes it for more than it is. */
    BufferedImage marked(String mark, String family) {
        graphics.setColor(new Color(0xB02030));
        graphics.setComposite(AlphaComposite.SrcOver.derive(0.16f));
        AffineTransform before = graphics.getTransform();
        graphics.translate(width * 0.13, height * 0.78);
        graphics.rotate(-Math.atan2(height * 0.62, width * 0.82));
        draw(mark, 0, 0, width / 7.2, family, true);
        graphics.setTransform(before);
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.dispose();
        return image;
    }
}
