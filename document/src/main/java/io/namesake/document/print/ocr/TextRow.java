package io.namesake.document.print.ocr;

import io.namesake.document.print.page.Quad;

/**
 * A piece of text that was found, not read yet.
 *
 * @param place around it with a little air; its width runs along the longer side, either way up
 * @param confidence the network's mean, 0 to 1
 */
public record TextRow(Quad place, double confidence) {}
