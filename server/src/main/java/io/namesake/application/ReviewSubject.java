package io.namesake.application;

import io.namesake.decision.DocumentEvidence.Source;

/**
 * What an application in review is about, as far as finding the right person to decide needs it.
 *
 * @param pictures whether document and selfie are there to be looked at
 * @param source where the document's fields come from
 * @param chinese whether the document is written in Chinese
 */
public record ReviewSubject(boolean pictures, Source source, boolean chinese) {}
