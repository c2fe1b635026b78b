package io.namesake.registry;

import java.util.Optional;

/**
 * A line in somebody's name, for that person's own eyes.
 *
 * @param line the line
 * @param operatorName whose it is, as people call them
 * @param holding since when and how
 * @param user who uses it, where that is somebody else
 */
public record HeldLine(Line line, String operatorName, Holding holding, Optional<LineUser> user) {}
