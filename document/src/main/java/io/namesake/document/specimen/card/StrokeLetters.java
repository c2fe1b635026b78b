package io.namesake.document.specimen.card;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;

/**
 * The capital letters, digits and the filler of machine-readable zones, drawn by strokes of one width after the look of OCR-B (ISO 1073-2, size
 * I), so that a specimen looks alike on every machine. Not the standard's exact shapes.
 */
final class StrokeLetters {
    /** From one character to the next, mm (ICAO Doc 9303-3, 4.4: 10 characters an inch). */
    static final double PITCH = 2.54;

    private static final double HEIGHT = 2.4;
    private static final double STROKE = 0.33;
    /** The shapes below are drawn on a grid of 10 by 14. */
    private static final double GRID = 14;

    private static final String SHAPES = """
            A M 0 14 L 5 0 L 10 14 M 1.8 9.5 L 8.2 9.5
            B M 1 7 L 6 7 Q 10 7 10 10.5 Q 10 14 6 14 L 1 14 L 1 0 L 5.6 0 Q 9.2 0 9.2 3.5 Q 9.2 7 5.6 7
            C M 9.8 1.6 Q 8.5 0 6.3 0 Q 0.6 0 0.6 7 Q 0.6 14 6.3 14 Q 8.5 14 9.8 12.4
            D M 1 0 L 1 14 L 4.4 14 Q 9.8 14 9.8 7 Q 9.8 0 4.4 0 L 1 0
            E M 9.4 0 L 1 0 L 1 14 L 9.4 14 M 1 6.8 L 8 6.8
            F M 9.4 0 L 1 0 L 1 14 M 1 6.8 L 8 6.8
            G M 9.4 1.4 Q 8 0 6 0 Q 0.4 0 0.4 7 Q 0.4 14 6 14 Q 8.4 14 9.6 12.8 L 9.6 7.8 L 6 7.8
            H M 0.6 0 L 0.6 14 M 9.4 0 L 9.4 14 M 0.6 6.8 L 9.4 6.8
            I M 1.8 0 L 8.2 0 M 5 0 L 5 14 M 1.8 14 L 8.2 14
            J M 2.6 0 L 8 0 L 8 10 Q 8 14 4.6 14 Q 2.2 14 1 12.4
            K M 1 0 L 1 14 M 9.4 0 L 1 8.2 M 4 5.6 L 9.8 14
            L M 1.4 0 L 1.4 14 L 9.4 14
            M M 0.2 14 L 0.2 0 L 5 7.6 L 9.8 0 L 9.8 14
            N M 0.6 14 L 0.6 0 L 9.4 14 L 9.4 0
            O M 5 0 Q 10 0 10 7 Q 10 14 5 14 Q 0 14 0 7 Q 0 0 5 0
            P M 1 14 L 1 0 L 5.6 0 Q 9.8 0 9.8 4 Q 9.8 8 5.6 8 L 1 8
            Q M 5 0 Q 10 0 10 7 Q 10 14 5 14 Q 0 14 0 7 Q 0 0 5 0 M 5.8 10 L 10 14.4
            R M 1 14 L 1 0 L 5.6 0 Q 9.6 0 9.6 3.8 Q 9.6 7.6 5.6 7.6 L 1 7.6 M 5.2 7.6 L 9.8 14
            S M 9.2 1.5 Q 7.6 0 5 0 Q 1 0 1 3.5 Q 1 6.2 5 6.8 Q 9.6 7.6 9.6 10.5 Q 9.6 14 5 14 Q 2 14 0.5 12.3
            T M 0.2 0 L 9.8 0 M 5 0 L 5 14
            U M 0.6 0 L 0.6 9 Q 0.6 14 5 14 Q 9.4 14 9.4 9 L 9.4 0
            V M 0.2 0 L 5 14 L 9.8 0
            W M 0 0 L 2.4 14 L 5 4.6 L 7.6 14 L 10 0
            X M 0.5 0 L 9.5 14 M 9.5 0 L 0.5 14
            Y M 0.3 0 L 5 6.8 L 9.7 0 M 5 6.8 L 5 14
            Z M 0.8 0 L 9.2 0 L 0.8 14 L 9.4 14
            0 M 5 0 Q 8.9 0 8.9 7 Q 8.9 14 5 14 Q 1.1 14 1.1 7 Q 1.1 0 5 0
            1 M 1.8 2.8 L 5.4 0 L 5.4 14 M 1.8 14 L 9 14
            2 M 1.2 2.6 Q 2 0 5 0 Q 9 0 9 3.8 Q 9 6.6 1.2 14 L 9.2 14
            3 M 1.2 0 L 9 0 L 4.6 5.6 Q 9.4 5.6 9.4 9.8 Q 9.4 14 4.6 14 Q 2.2 14 0.8 12.6
            4 M 6 0 L 0.8 10 L 9.4 10 M 7 6 L 7 14
            5 M 8.6 0 L 2 0 L 1.6 6 Q 3 5.2 5 5.2 Q 9.4 5.2 9.4 9.5 Q 9.4 14 4.8 14 Q 2.2 14 0.8 12.8
            6 M 6.8 0 L 2 7 Q 0.8 9 0.8 10 Q 0.8 14 5 14 Q 9.2 14 9.2 10 Q 9.2 6 5 6 Q 3.2 6 2 7
            7 M 0.9 2 L 0.9 0 L 9.2 0 Q 5 6 4.4 14
            8 M 5 6.6 Q 1.2 6.2 1.2 3.3 Q 1.2 0 5 0 Q 8.8 0 8.8 3.3 Q 8.8 6.2 5 6.6 Q 0.6 7 0.6 10.3 Q 0.6 14 5 14 \
            Q 9.4 14 9.4 10.3 Q 9.4 7 5 6.6
            9 M 3.2 14 L 8 7 Q 9.2 5 9.2 4 Q 9.2 0 5 0 Q 0.8 0 0.8 4 Q 0.8 8 5 8 Q 6.8 8 8 7
            < M 9.6 2.4 L 0.6 7 L 9.6 11.6
            """;

    private static final Map<Character, Path2D> LETTERS = letters();

    private StrokeLetters() {}

    /** Draws a row. @param x left of the first character, mm @param y its top, mm; the graphics' unit is a millimetre */
    static void draw(Graphics2D graphics, String row, double x, double y) {
        graphics.setColor(new Color(0x101014));
        graphics.setStroke(new BasicStroke((float) STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double scale = HEIGHT / GRID;
        for (int i = 0; i < row.length(); i++) {
            AffineTransform place = new AffineTransform(scale, 0, 0, scale, x + i * PITCH, y);
            graphics.draw(place.createTransformedShape(LETTERS.get(row.charAt(i))));
        }
    }

    private static Map<Character, Path2D> letters() {
        Map<Character, Path2D> letters = new TreeMap<>();
        SHAPES.lines().forEach(line -> letters.put(line.charAt(0), path(line.substring(1))));
        return letters;
    }

    private static Path2D path(String strokes) {
        Path2D path = new Path2D.Double();
        try (Scanner scanner = new Scanner(strokes)) {
            while (scanner.hasNext()) {
                switch (scanner.next()) {
                    case "M" -> path.moveTo(number(scanner), number(scanner));
                    case "L" -> path.lineTo(number(scanner), number(scanner));
                    default -> path.quadTo(number(scanner), number(scanner), number(scanner), number(scanner));
                }
            }
        }
        return path;
    }

    private static double number(Scanner scanner) {
        return Double.parseDouble(scanner.next());
    }
}
