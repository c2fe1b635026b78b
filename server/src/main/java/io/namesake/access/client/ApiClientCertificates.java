package io.namesake.access.client;

import io.namesake.access.certificate.Authorities;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The same as the API says it. */
@Schema(
        name = "ApiClientCertificates",
        description =
                "For mutual TLS (RFC 8705): either what an authority's certificate must say, or certificates themselves")
record ApiClientCertificates(
        @Schema(description = "For `tls_client_auth`: where in the certificate the subject stands")
        CertificateSubject.@Nullable Kind subjectKind,

        @Schema(
                description = "And what stands there, exactly",
                example = "billing.bank.example",
                maxLength = ApiClientCertificates.LONGEST_SUBJECT)
        @Nullable
        String subject,

        @Schema(
                description = "For `self_signed_tls_client_auth`: SHA-256 of 1 to 5 certificates in DER, in base64url"
                        + " (`x5t#S256`). To rotate, send the old and the new one.",
                example = "[\"bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2\"]")
        @Nullable
        List<String> thumbprints) {
    static final int LONGEST_SUBJECT = 400;
    private static final int MOST = 5;
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

    static @Nullable ApiClientCertificates of(@Nullable ClientCertificateRule rule) {
        if (rule == null) {
            return null;
        }
        var subject = rule.subject();
        return new ApiClientCertificates(
                subject == null ? null : subject.kind(),
                subject == null ? null : subject.value(),
                List.copyOf(rule.thumbprints()));
    }

    /** @throws Problem {@code request-invalid}, saying what is needed */
    ClientCertificateRule rule(Authorities authorities) {
        boolean named = subjectKind != null && subject != null && !subject.isBlank();
        boolean listed = thumbprints != null && !thumbprints.isEmpty();
        if (named == listed) {
            throw wrong("Either a subject with its kind or thumbprints are needed.");
        }
        return named ? ofASubject(authorities) : ofThumbprints();
    }

    private ClientCertificateRule ofASubject(Authorities authorities) {
        if (!authorities.exist()) {
            throw wrong("No authority is configured here: register the certificate's thumbprint instead.");
        }
        if (subject.length() > LONGEST_SUBJECT || subject.codePoints().anyMatch(Character::isISOControl)) {
            throw wrong("A subject has at most " + LONGEST_SUBJECT + " printable characters.");
        }
        try {
            return new ClientCertificateRule(
                    new CertificateSubject(subjectKind, subject.strip()), Collections.emptySortedSet());
        } catch (IllegalArgumentException e) {
            throw wrong("The subject is no distinguished name (RFC 4514).");
        }
    }

    private ClientCertificateRule ofThumbprints() {
        if (thumbprints.size() > MOST
                || thumbprints.stream()
                        .anyMatch(text ->
                                text == null || !THUMBPRINT.matcher(text).matches())) {
            throw wrong("1 to " + MOST + " thumbprints of 43 characters of base64url are needed.");
        }
        return new ClientCertificateRule(null, new TreeSet<>(thumbprints));
    }

    private static Problem wrong(String detail) {
        return new Problem(ProblemType.REQUEST_INVALID, detail);
    }
}
