package io.namesake.face.puppet;

import io.namesake.face.challenge.Challenge;
import io.namesake.face.challenge.ChallengeFrame;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.Movement;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Has puppets answer a challenge, well or by trickery: three frames that look straight, then four for each movement, each as coarse a JPEG as the
 * capture page sends.
 */
public final class PuppetShow {
    private static final float STRAIGHT_QUALITY = 0.85f;
    private static final float MOVING_QUALITY = 0.7f;
    private static final int STRAIGHT = 3;
    /** How far each frame after a prompt has got. */
    private static final double[] COURSE = {0.1, 0.7, 1, 0.6};
    /** How many frames the page takes after a prompt, and the milliseconds between them. */
    private static final int FRAMES = 7;

    private static final int PACE = 500;
    /** Milliseconds of each clip in a film of many: all five movements come in the time of one prompt. */
    private static final int CLIP = 660;

    private final RandomGenerator noise;

    public PuppetShow(long seed) {
        noise = new SplittableRandom(seed);
    }

    /** How a performer looks at a moment of a movement. */
    public interface Performer {
        /** @param share 0 not yet .. 1 fully shown */
        BufferedImage at(Movement movement, double share);
    }

    /** A head that does what it is asked. */
    public static Performer head(Puppet puppet) {
        return tilted(puppet, Surface.HEAD, 22);
    }

    /** A surface that is turned where a head would turn; a flat picture is tilted. */
    public static Performer tilted(Puppet puppet, Surface surface, double degrees) {
        return (movement, share) -> puppet.show(surface, attitude(movement, share, degrees));
    }

    /** A print that is moved: neither its eyes nor its mouth can. */
    public static Performer printed(Puppet print, Surface surface, double degrees) {
        return unmoved(EnumSet.of(Movement.BLINK, Movement.OPEN_MOUTH), print, surface, degrees);
    }

    /** A print that is worn by somebody who sees, and blinks, through it: its mouth cannot move. */
    public static Performer worn(Puppet print, Surface surface, double degrees) {
        return unmoved(EnumSet.of(Movement.OPEN_MOUTH), print, surface, degrees);
    }

    private static Performer unmoved(Set<Movement> cannot, Puppet print, Surface surface, double degrees) {
        Performer moved = tilted(print, surface, degrees);
        return (movement, share) ->
                cannot.contains(movement) ? print.show(surface, Attitude.NEUTRAL) : moved.at(movement, share);
    }

    public static Attitude attitude(Movement movement, double share, double degrees) {
        return switch (movement) {
            case TURN_LEFT -> Attitude.NEUTRAL.turned(degrees * share);
            case TURN_RIGHT -> Attitude.NEUTRAL.turned(-degrees * share);
            case LOOK_UP -> Attitude.NEUTRAL.nodded(-degrees * share);
            case COME_CLOSER -> Attitude.NEUTRAL.scaled(1 + 0.4 * share);
            case BLINK -> Attitude.NEUTRAL.lidded(share > 0.65 ? 1 : 0);
            case OPEN_MOUTH -> Attitude.NEUTRAL.gaping(share);
        };
    }

    /** The movements that are asked for, the last of them first. */
    public static List<Movement> inAnotherOrder(Challenge challenge) {
        List<Movement> other = new ArrayList<>(challenge.movements());
        Collections.rotate(other, 1);
        return other;
    }

    /** The frames of a performer who answers the challenge. */
    public ChallengeRecording record(Challenge challenge, Performer performer) {
        return record(challenge, challenge.movements(), performer, performer);
    }

    /** As {@link #record(Challenge, Performer)}, with somebody else for the movements, or other movements than were asked for. */
    public ChallengeRecording record(Challenge challenge, List<Movement> shown, Performer straight, Performer moving) {
        List<ChallengeFrame> frames = straight(straight);
        frames.addAll(moving(shown, moving));
        return new ChallengeRecording(challenge, frames);
    }

    /** The frames after the prompts. */
    public List<ChallengeFrame> moving(List<Movement> shown, Performer performer) {
        List<ChallengeFrame> frames = new ArrayList<>();
        for (int step = 0; step < shown.size(); step++) {
            for (double share : COURSE) {
                frames.add(new ChallengeFrame(
                        jpeg(noisy(performer.at(shown.get(step), share)), MOVING_QUALITY), step + 1));
            }
        }
        return frames;
    }

    /** The frames that a page takes of a film in which the movements follow each other over and over, whatever is asked for. */
    public ChallengeRecording loop(Challenge challenge, List<Movement> film, Performer performer) {
        List<ChallengeFrame> frames = straight(performer);
        frames.addAll(looped(challenge.movements().size(), film, performer));
        return new ChallengeRecording(challenge, frames);
    }

    /** The frames of such a film after the prompts. */
    public List<ChallengeFrame> looped(int prompts, List<Movement> film, Performer performer) {
        List<ChallengeFrame> frames = new ArrayList<>();
        int time = noise.nextInt(CLIP * film.size());
        for (int step = 0; step < prompts; step++) {
            for (int i = 0; i < FRAMES; i++) {
                Movement clip = film.get(time / CLIP % film.size());
                frames.add(new ChallengeFrame(jpeg(noisy(performer.at(clip, 1)), MOVING_QUALITY), step + 1));
                time += PACE;
            }
        }
        return frames;
    }

    /** The frames before the first prompt. */
    public List<ChallengeFrame> straight(Performer performer) {
        List<ChallengeFrame> frames = new ArrayList<>();
        for (int i = 0; i < STRAIGHT; i++) {
            frames.add(new ChallengeFrame(jpeg(noisy(performer.at(Movement.TURN_LEFT, 0.03 * i))), 0));
        }
        return frames;
    }

    /** As a camera's sensor would see it. */
    public BufferedImage noisy(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        int light = noise.nextInt(-2, 3);
        for (int i = 0; i < pixels.length; i++) {
            int colour = pixels[i];
            int grain = light + (int) Math.round(noise.nextGaussian() * 3);
            pixels[i] = add(colour >> 16, grain) << 16 | add(colour >> 8, grain) << 8 | add(colour, grain);
        }
        BufferedImage noisy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        noisy.setRGB(0, 0, width, height, pixels, 0, width);
        return noisy;
    }

    public static byte[] jpeg(BufferedImage image) {
        return jpeg(image, STRAIGHT_QUALITY);
    }

    /** @param quality 0..1 */
    public static byte[] jpeg(BufferedImage image, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int add(int channel, int grain) {
        return Math.clamp((channel & 0xFF) + grain, 0, 255);
    }
}
