package io.namesake.face.evaluation;

import io.namesake.face.Role;

/**
 * How pictures fare that are held to the rules of one role. All intervals are Wilson's, which takes pictures for independent.
 *
 * @param role whose rules
 * @param images pictures read
 * @param unusable how many of them could not be used
 * @param failureToAcquire as a share (FTA, ISO/IEC 19795-1)
 * @param sentBack how many of the usable ones the quality gate sends back
 * @param shareSentBack as a share
 */
public record RoleFigures(
        Role role, int images, int unusable, Rate failureToAcquire, int sentBack, Rate shareSentBack) {

    static RoleFigures of(Role role, int images, int unusable, int sentBack) {
        return new RoleFigures(
                role, images, unusable, share(unusable, images), sentBack, share(sentBack, images - unusable));
    }

    private static Rate share(int some, int all) {
        return all == 0 ? Rate.withoutInterval(0) : Rate.wilson(some, all);
    }
}
