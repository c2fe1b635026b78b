package io.namesake.access;

import java.util.UUID;

/**
 * One line whose holder lets one client ask about it.
 *
 * @param consentId the consent, without which this is worth nothing
 * @param lineId the line
 * @param holderId whose consent it is
 */
public record AgreedLine(UUID consentId, UUID lineId, UUID holderId) {}
