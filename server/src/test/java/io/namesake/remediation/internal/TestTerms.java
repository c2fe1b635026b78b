package io.namesake.remediation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The terms that are shipped. */
final class TestTerms {
    static final Terms SHIPPED = policy().everywhere();

    private TestTerms() {}

    static RemediationPolicy policy() {
        return RemediationPolicy.parse(shipped());
    }

    static byte[] shipped() {
        try (var file = RemediationPolicy.class.getResourceAsStream("/io/namesake/remediation/remediation.yaml")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
