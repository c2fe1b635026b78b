package io.namesake.sandbox;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A drawn head, as a JPEG that says in a comment (ISO/IEC 10918-1, B.2.4.5) whose it is and what is found in it. The only kind of picture that a sandbox
 * takes.
 *
 * @param number the document number of the person
 * @param faces what is found in the person's pictures
 * @param frame tells pictures of one person apart, 0 to 99
 */
public record SandboxPicture(String number, Faces faces, int frame) {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 600;
    private static final Pattern SAID =
            Pattern.compile("namesake-sandbox (" + MagicNumber.FORM + ") ([A-Z_]{1,40}) ([0-9]{1,2})");
    private static final byte[] COMMENT = {(byte) 0xFF, (byte) 0xFE};
    private static final int START = 2;
    private static final int LONGEST = 200;

    /** The picture. */
    public byte[] jpeg() {
        var drawn = drawn();
        var said = "namesake-sandbox %s %s %d".formatted(number, faces, frame).getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        out.write(drawn, 0, START);
        out.writeBytes(COMMENT);
        out.write(0);
        out.write(said.length + 2);
        out.writeBytes(said);
        out.write(drawn, START, drawn.length - START);
        return out.toByteArray();
    }

    /** What a picture says of itself; empty when it is none of these. */
    public static Optional<SandboxPicture> of(byte[] jpeg) {
        int said = START + COMMENT.length;
        if (jpeg.length < said + 2
                || jpeg[0] != (byte) 0xFF
                || jpeg[1] != (byte) 0xD8
                || !Arrays.equals(jpeg, START, said, COMMENT, 0, COMMENT.length)) {
            return Optional.empty();
        }
        int end = said + ((jpeg[said] & 0xFF) << 8 | jpeg[said + 1] & 0xFF);
        if (end > jpeg.length || end < said + 2 || end - said > LONGEST) {
            return Optional.empty();
        }
        var words = SAID.matcher(new String(jpeg, said + 2, end - said - 2, StandardCharsets.US_ASCII));
        if (!words.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(Faces.values())
                .filter(faces -> faces.name().equals(words.group(2)))
                .findFirst()
                .map(faces -> new SandboxPicture(words.group(1), faces, Integer.parseInt(words.group(3))));
    }

    private byte[] drawn() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xECF0EE));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0x0B5F58));
        pen.setStroke(new BasicStroke(6));
        int moved = 3 * frame;
        pen.drawOval(140 + moved, 90, 200, 260);
        pen.fillOval(195 + moved, 190, 18, 18);
        pen.fillOval(267 + moved, 190, 18, 18);
        pen.drawArc(200 + moved, 240, 80, 50, 200, 140);
        pen.drawArc(80, 380, 320, 320, 20, 140);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
        pen.drawString("SANDBOX " + number, 40, 560);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
