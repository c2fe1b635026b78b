package io.namesake.document.specimen.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** A drawn head, for specimens of nobody. */
public final class DrawnPortrait {
    private static final int WIDTH = 350;
    private static final int HEIGHT = 450;

    private DrawnPortrait() {}

    public static BufferedImage draw(RandomGenerator random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(0xD8DCE0), WIDTH, HEIGHT, new Color(0xB4BAC0)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        int tone = 90 + random.nextInt(130);
        Color skin = new Color(Math.min(255, tone + 30), tone, tone * 4 / 5);
        Color hair = new Color(random.nextInt(120), random.nextInt(90), random.nextInt(70));
        graphics.setColor(new Color(random.nextInt(160), random.nextInt(160), random.nextInt(160)));
        graphics.fill(new Ellipse2D.Double(20, 350, 310, 260));
        graphics.setColor(skin.darker());
        graphics.fillRect(140, 310, 70, 70);
        graphics.setColor(hair);
        graphics.fill(new Ellipse2D.Double(78, 55, 194, 230));
        graphics.setPaint(new GradientPaint(90, 100, skin.brighter(), 260, 330, skin));
        graphics.fill(new Ellipse2D.Double(90, 90, 170, 250));
        graphics.setColor(new Color(0x202020));
        for (int x : new int[] {128, 196}) {
            graphics.setColor(Color.WHITE);
            graphics.fill(new Ellipse2D.Double(x, 190, 30, 15));
            graphics.setColor(hair.darker());
            graphics.fill(new Ellipse2D.Double(x + 9, 190, 13, 15));
            graphics.setStroke(new BasicStroke(5));
            graphics.draw(new Arc2D.Double(x - 4, 168, 38, 24, 20, 140, Arc2D.OPEN));
        }
        graphics.setColor(skin.darker());
        graphics.draw(new Arc2D.Double(160, 225, 32, 28, 180, 180, Arc2D.OPEN));
        graphics.setColor(new Color(0xA04848));
        graphics.draw(new Arc2D.Double(140, 255, 70, 36, 200, 140, Arc2D.OPEN));
        graphics.dispose();
        return image;
    }
}
