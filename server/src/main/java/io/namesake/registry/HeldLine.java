package io.namesake.registry;

import java.util.Optional;

/**
 * A line in somebody's name, for that person's own eyes.
 *
 * @param line the line
 * @param operatorName whose it is, as people call them
 * @param holding since when and how
 * @param user who uses it, where that is somebody else
 * @param ofOrganisation whether an organisation holds it, for which the person acts
 * @param portedIn where the number came from, if the holding began with that
 */
public record HeldLine(
        Line line,
        String operatorName,
        Holding holding,
        Optional<LineUser> user,
        boolean ofOrganisation,
        Optional<PortedIn> portedIn) {}
