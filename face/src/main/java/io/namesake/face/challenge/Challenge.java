package io.namesake.face.challenge;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The movements that one person is asked for, once, in this order.
 *
 * @param movements two or three different ones; at least one {@linkplain Movement#showsDepth shows depth}
 */
public record Challenge(List<Movement> movements) {
    /** How many movements a drawn challenge has. Of five movements there are 54 such sequences. */
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
     * Draws a sequence; every allowed one is equally likely.
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
            if (drawn.stream().anyMatch(Movement::showsDepth)) {
                return new Challenge(drawn);
            }
        }
    }
}
