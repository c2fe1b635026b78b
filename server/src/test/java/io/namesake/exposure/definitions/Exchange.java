package io.namesake.exposure.definitions;

import org.jspecify.annotations.Nullable;

/**
 * One question and its answer.
 *
 * @param path as it was asked, without a query
 * @param correlator {@code x-correlator} of the request
 * @param answeredCorrelator and of the answer
 * @param type the answer's media type
 */
record Exchange(
        String method,
        String path,
        String request,
        @Nullable String correlator,
        int status,
        @Nullable String type,
        @Nullable String answeredCorrelator,
        String answer) {}
