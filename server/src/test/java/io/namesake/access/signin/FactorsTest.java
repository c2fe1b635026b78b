package io.namesake.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** The parts of a sign-in, each by the standard that it comes from. */
class FactorsTest {

    /** RFC 6238, appendix B, for SHA-1: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_rfc(long seconds, String code) {
        var secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.step(secret, code, Instant.ofEpochSecond(seconds), 0)).hasValue(seconds / 30);
        assertThat(Totp.step(secret, code, Instant.ofEpochSecond(seconds + 30), 0))
                .hasValue(seconds / 30);
        assertThat(Totp.step(secret, code, Instant.ofEpochSecond(seconds + 60), 0))
                .isEqualTo(OptionalLong.empty());
        assertThat(Totp.step(secret, code, Instant.ofEpochSecond(seconds), seconds / 30))
                .isEqualTo(OptionalLong.empty());
    }

    @ParameterizedTest
    @CsvSource({"fooba, MZXW6YTB", "12345678901234567890, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"})
    void base32_is_that_of_the_rfc(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void whoever_does_not_exist_takes_as_long_as_who_does() {
        var encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        assertThat(encoder.upgradeEncoding(Passwords.NOBODYS)).isFalse();
        assertThat(Passwords.NOBODYS.length()).isEqualTo(encoder.encode("any").length());
        assertThat(new Passwords(encoder).matches("any", null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', Firefox / Linux",
        "'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', Edge / Windows",
        "'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', Chrome / Android",
        "'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1', Safari / iOS",
        "<script>alert(1)</script>, ? / ?"
    })
    void a_browser_is_named_in_words_of_ours(String userAgent, String kind) {
        assertThat(BrowserKind.of(userAgent)).isEqualTo(kind);
    }
}
