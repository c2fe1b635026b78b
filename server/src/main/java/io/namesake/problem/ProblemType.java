package io.namesake.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Every kind of error that the API answers with (RFC 9457). Slugs and statuses are part of the API and never change;
 * the title and the next step of each are in {@code io/namesake/problem/problems*.properties}.
 */
public enum ProblemType {
    NOT_AUTHENTICATED(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    MEDIA_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    MEDIA_TYPE_NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    REQUEST_INVALID(HttpStatus.BAD_REQUEST),
    REQUEST_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    APPLICATION_UNKNOWN(HttpStatus.NOT_FOUND),
    CAPTURE_LINK_UNKNOWN(HttpStatus.NOT_FOUND),
    CAPTURE_LINK_EXPIRED(HttpStatus.GONE),
    CAPTURE_LINK_USED(HttpStatus.CONFLICT),
    LINE_UNKNOWN(HttpStatus.NOT_FOUND),
    LINE_TAKEN(HttpStatus.CONFLICT),
    LINE_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    LINE_LIMIT_REACHED(HttpStatus.CONFLICT),
    LINE_LIMITED(HttpStatus.CONFLICT),
    LINE_NOT_IN_USE(HttpStatus.CONFLICT),
    SIM_CHANGE_NOT_VERIFIED(HttpStatus.CONFLICT),
    ORGANISATION_UNKNOWN(HttpStatus.NOT_FOUND),
    STAFF_UNKNOWN(HttpStatus.NOT_FOUND),
    API_CLIENT_UNKNOWN(HttpStatus.NOT_FOUND),
    SIGN_IN_REFUSED(HttpStatus.UNAUTHORIZED),
    SIGN_IN_PAUSED(HttpStatus.TOO_MANY_REQUESTS),
    INVITATION_UNKNOWN(HttpStatus.NOT_FOUND),
    PASSWORD_UNSUITABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    DEVICE_CODE_WRONG(HttpStatus.UNPROCESSABLE_CONTENT),
    SESSION_UNKNOWN(HttpStatus.NOT_FOUND),
    PROOF_REQUIRED(HttpStatus.FORBIDDEN),
    LAST_FACTOR(HttpStatus.CONFLICT),
    CROSS_SITE_REFUSED(HttpStatus.FORBIDDEN),
    CASE_UNKNOWN(HttpStatus.NOT_FOUND),
    CASE_CLOSED(HttpStatus.CONFLICT),
    CASE_LOCKED(HttpStatus.CONFLICT),
    CASE_LOCK_REQUIRED(HttpStatus.CONFLICT),
    LOOK_REQUIRED(HttpStatus.CONFLICT),
    ANOTHER_PERSON_REQUIRED(HttpStatus.CONFLICT),
    APPOINTMENT_REQUIRED(HttpStatus.CONFLICT),
    APPOINTMENT_UNKNOWN(HttpStatus.NOT_FOUND),
    STEP_NOT_POSSIBLE(HttpStatus.CONFLICT),
    NOTICE_UNKNOWN(HttpStatus.NOT_FOUND),
    CAMPAIGN_UNKNOWN(HttpStatus.NOT_FOUND),
    TRANSFER_UNKNOWN(HttpStatus.NOT_FOUND),
    TRANSFER_NOT_POSSIBLE(HttpStatus.CONFLICT),
    VERIFICATION_TOO_OLD(HttpStatus.FORBIDDEN),
    PASSKEY_NOT_ACCEPTED(HttpStatus.UNPROCESSABLE_CONTENT),
    WEBHOOK_ENDPOINT_UNKNOWN(HttpStatus.NOT_FOUND),
    WEBHOOK_ENDPOINT_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    CONSENT_UNKNOWN(HttpStatus.NOT_FOUND),
    WEBHOOK_ENDPOINT_NOT_VERIFIED(HttpStatus.CONFLICT),
    DEAD_LETTER_UNKNOWN(HttpStatus.NOT_FOUND),
    EVENTS_EXPIRED(HttpStatus.GONE),
    SERVICE_ORDER_UNKNOWN(HttpStatus.NOT_FOUND),
    SERVICE_ORDER_CLOSED(HttpStatus.CONFLICT),
    RADIUS_SERVER_UNKNOWN(HttpStatus.NOT_FOUND),
    RADIUS_SERVER_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    ACCESS_SERVER_UNKNOWN(HttpStatus.NOT_FOUND),
    ACCESS_SERVER_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    CONSENT_REQUIRED(HttpStatus.CONFLICT),
    CONSENT_TEXT_OUTDATED(HttpStatus.CONFLICT),
    ALREADY_SUBMITTED(HttpStatus.CONFLICT),
    APPLICATION_INCOMPLETE(HttpStatus.CONFLICT),
    ATTENDED_CHECK_NOT_POSSIBLE(HttpStatus.CONFLICT),
    CHALLENGE_NOT_OFFERED(HttpStatus.CONFLICT),
    CHALLENGE_UNKNOWN(HttpStatus.NOT_FOUND),
    CHALLENGE_EXPIRED(HttpStatus.GONE),
    AUDIT_ENTRY_UNKNOWN(HttpStatus.NOT_FOUND),
    AUDIT_CHECKPOINT_UNKNOWN(HttpStatus.NOT_FOUND),
    AUDIT_LOG_REWRITTEN(HttpStatus.CONFLICT),
    TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS),
    IMPORT_UNKNOWN(HttpStatus.NOT_FOUND),
    IMPORT_FILE_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    IMAGE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    NOT_AN_IMAGE(HttpStatus.UNPROCESSABLE_CONTENT),
    UNSUPPORTED_FORMAT(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_PIXELS(HttpStatus.UNPROCESSABLE_CONTENT),
    IMAGE_DAMAGED(HttpStatus.UNPROCESSABLE_CONTENT),
    IMAGE_TOO_SMALL(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_FACE(HttpStatus.UNPROCESSABLE_CONTENT),
    SEVERAL_FACES(HttpStatus.UNPROCESSABLE_CONTENT),
    FACE_TOO_SMALL(HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_NOT_FOUND(HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_CUT_OFF(HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_TOO_SMALL(HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_TOO_DARK(HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_GLARE(HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_BLURRED(HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_WRONG_SIDE(HttpStatus.UNPROCESSABLE_CONTENT),
    DOCUMENT_UNREADABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    WALLET_NOT_OFFERED(HttpStatus.CONFLICT),
    WALLET_REQUEST_UNKNOWN(HttpStatus.NOT_FOUND),
    WALLET_REQUEST_EXPIRED(HttpStatus.GONE),
    WALLET_REQUEST_USED(HttpStatus.CONFLICT),
    WALLET_DECLINED(HttpStatus.CONFLICT),
    WALLET_ANSWER_INVALID(HttpStatus.BAD_REQUEST),
    WALLET_PROOF_WRONG(HttpStatus.UNPROCESSABLE_CONTENT),
    WALLET_ATTRIBUTES_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** The type for what a framework found wrong, of which only the HTTP status is known. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> NOT_AUTHENTICATED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> MEDIA_TYPE_NOT_ACCEPTABLE;
            case 413 -> REQUEST_TOO_LARGE;
            case 415 -> MEDIA_TYPE_UNSUPPORTED;
            case 503 -> BUSY;
            default -> status >= 400 && status < 500 ? REQUEST_INVALID : INTERNAL_ERROR;
        };
    }

    /** The stable name in the API, such as {@code line-taken}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} member of the problem: {@code /problems/<slug>}, relative to the server. */
    public URI uri() {
        return URI.create("/problems/" + slug());
    }
}
