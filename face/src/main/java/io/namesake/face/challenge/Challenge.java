package io.namesake.face.challenge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The movements that one person is asked for, once, in this order.
 *
 * @param movements two or three different ones; at least one {@linkplain Movement#showsDepth shows depth}. One that was drawn has three, and
 *     {@link Movement#OPEN_MOUTH} among them
 */
public record Challenge(List<Movement> movements) {
    /** How many movements a drawn challenge has. With six movements to draw from there are 42 such sequences. */
    public static final int LENGTH = 3;

    public Challenge {
        movements = List.copyOf(movements);
        boolean different = Set.copyOf(movements).size() == movements.size();
        if (movements.size() < 2 || movements.size() > LENGTH || !different) {
            throw new IllegalArgumentException("a challenge has two or three different movements, not " + movements);
        }
        if (movements.stream().noneMatch(Movement::showsDepth)) {
            throw new IllegalArgumentException("no movement of " + movements + " shows depth");
        }
    }

    /**
     * Draws a sequence; every allowed one is equally likely. A turn of the head stops what is flat, and an open mouth what is worn: a paper over the lower
     * face, or over all of it but the eyes, turns and blinks as its wearer does. So neither is left to chance.
     *
     * @param random unpredictable to those who are challenged: a {@link java.security.SecureRandom}
     * @param possible the movements that can be judged, see {@code FaceVerifier#movements()}
     */
    public static Challenge draw(RandomGenerator random, Set<Movement> possible) {
        while (true) {
            List<Movement> left = new ArrayList<>(EnumSet.copyOf(possible));
            List<Movement> drawn = new ArrayList<>(LENGTH);
            while (drawn.size() < LENGTH && !left.isEmpty()) {
                drawn.add(left.remove(random.nextInt(left.size())));
            }
            if (drawn.contains(Movement.OPEN_MOUTH) && drawn.stream().anyMatch(Movement::showsDepth)) {
                return new Challenge(drawn);
            }
        }
    }
}
