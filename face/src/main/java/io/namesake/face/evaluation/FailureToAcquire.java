package io.namesake.face.evaluation;

import io.namesake.face.UnusableReason;

/**
 * A picture that could not be used (FTA, ISO/IEC 19795-1). Its pairs count neither as match nor as non-match.
 *
 * @param image its name
 * @param reason why
 */
public record FailureToAcquire(String image, UnusableReason reason) {}
