package io.namesake.exposure.internal;

import org.springframework.http.HttpStatus;

/**
 * An expected error in the words of CAMARA (Commonalities 0.6, API Design Guide, "Error responses"): the APIs' own definitions ask for
 * this form, so these paths answer with it where the rest of the server answers with problem details.
 */
final class CamaraError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    CamaraError(HttpStatus status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static CamaraError invalid(String message) {
        return new CamaraError(HttpStatus.BAD_REQUEST, "INVALID_ARGUMENT", message);
    }

    static CamaraError outOfRange(String message) {
        return new CamaraError(HttpStatus.BAD_REQUEST, "OUT_OF_RANGE", message);
    }

    static CamaraError permissionDenied() {
        return new CamaraError(
                HttpStatus.FORBIDDEN,
                "PERMISSION_DENIED",
                "The token lacks the scope, or the holder of this line has not agreed to this use.");
    }

    static CamaraError missingIdentifier() {
        return new CamaraError(HttpStatus.UNPROCESSABLE_CONTENT, "MISSING_IDENTIFIER", "phoneNumber is needed.");
    }

    static CamaraError unnecessaryIdentifier() {
        return new CamaraError(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "UNNECESSARY_IDENTIFIER",
                "The token says which line is meant: send no phoneNumber.");
    }

    static CamaraError invalidTokenContext() {
        return new CamaraError(
                HttpStatus.FORBIDDEN, "INVALID_TOKEN_CONTEXT", "phoneNumber is not the line of the access token.");
    }

    static CamaraError notByNetwork() {
        return new CamaraError(
                HttpStatus.FORBIDDEN,
                "NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK",
                "Client must authenticate via the mobile network to use this service");
    }

    static CamaraError notApplicable() {
        return new CamaraError(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "SERVICE_NOT_APPLICABLE",
                "Nothing is known of this line that could be told.");
    }

    static CamaraError tooManyRequests() {
        return new CamaraError(
                HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", "Too many questions about this line today.");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    /** @param status as in HTTP @param code the same whatever the language @param message for the engineer who reads it */
    record Body(int status, String code, String message) {}

    Body body() {
        return new Body(status.value(), code, getMessage());
    }
}
