package io.namesake.access;

import java.util.UUID;

/** An applicant, known by the session their capture link opened; it reaches exactly one application. */
public record ApplicantPrincipal(OperatorId operatorId, UUID applicationId) implements Caller {}
