package io.namesake.provisioning.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeRequestTest {
    private static final SharedSecret SECRET = secret("a-long-random-secret");
    private static final Instant AT = Instant.parse("2026-11-28T10:00:00Z");
    private static final byte[] USER_NAME = RadiusAttribute.encoded(1, "ada@isp.example".getBytes());

    /** RFC 2865, section 7.1: the answer to "nemo", whose secret is xyzzy5461. */
    @Test
    void the_response_authenticator_is_that_of_the_standards_example() {
        var answer = HexFormat.of()
                .parseHex("0200002686fe220e7624ba2a1005f6bf9b55e0b206060000000" + "10f06000000000e06c0a80103");
        var signed = answer.clone();
        System.arraycopy(HexFormat.of().parseHex("0f403f9473978057bd83d5cb98f4227a"), 0, signed, 4, 16);

        assertThat(secret("xyzzy5461").md5(signed)).isEqualTo(Arrays.copyOfRange(answer, 4, 20));
    }

    /** RFC 2202, section 2, test case 2. */
    @Test
    void the_message_authenticator_is_made_by_hmac_md5() {
        assertThat(secret("Jefe").hmacMd5("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(HexFormat.of().parseHex("750c783e6ab0b503eaa86e310a5db738"));
    }

    @Test
    void a_request_holds_what_it_is_about_when_it_was_made_and_both_authenticators() {
        var packet = request(ChangeRequest.Code.DISCONNECT).bytes();

        assertThat(packet).startsWith(40, 7, 0, packet.length).hasSize(20 + USER_NAME.length + 6 + 18);
        int at = 20;
        assertThat(Arrays.copyOfRange(packet, at, at + USER_NAME.length)).isEqualTo(USER_NAME);
        at += USER_NAME.length;
        // 2026-11-28T10:00:00Z in seconds since 1970.
        assertThat(Arrays.copyOfRange(packet, at, at + 6))
                .isEqualTo(HexFormat.of().parseHex("37066b0aa620"));
        at += 6;
        assertThat(Arrays.copyOfRange(packet, at, at + 2)).containsExactly(80, 18);
        var unsigned = packet.clone();
        Arrays.fill(unsigned, 4, 20, (byte) 0);
        assertThat(SECRET.md5(unsigned)).isEqualTo(Arrays.copyOfRange(packet, 4, 20));
        Arrays.fill(unsigned, at + 2, at + 18, (byte) 0);
        assertThat(SECRET.hmacMd5(unsigned)).isEqualTo(Arrays.copyOfRange(packet, at + 2, at + 18));
    }

    @Test
    void a_request_for_other_attributes_has_its_own_code() {
        assertThat(request(ChangeRequest.Code.COA).bytes()[0]).isEqualTo((byte) 43);
    }

    @Test
    void an_answer_counts_only_from_who_knows_the_secret_and_for_this_very_request() {
        var request = request(ChangeRequest.Code.DISCONNECT);
        var other = ChangeRequest.of(ChangeRequest.Code.DISCONNECT, 7, List.of(), AT, SECRET);
        var answer = FakeAccessServer.answer(request.bytes(), 41, new byte[0], SECRET, true);

        assertThat(request.isAnsweredBy(answer)).isTrue();
        assertThat(other.isAnsweredBy(answer)).as("another request").isFalse();
        assertThat(request.isAnsweredBy(
                        FakeAccessServer.answer(request.bytes(), 41, new byte[0], secret("another-secret-here"), true)))
                .as("another secret")
                .isFalse();
        assertThat(request.isAnsweredBy(FakeAccessServer.answer(request.bytes(), 44, new byte[0], SECRET, true)))
                .as("the answer to a CoA-Request")
                .isFalse();
        for (int at = 0; at < answer.length; at++) {
            var changed = answer.clone();
            changed[at] ^= 1;
            assertThat(request.isAnsweredBy(changed)).as("changed at " + at).isFalse();
        }
        for (int length = 0; length < answer.length; length++) {
            assertThat(request.isAnsweredBy(Arrays.copyOf(answer, length)))
                    .as("cut off at " + length)
                    .isFalse();
        }
        assertThat(request.isAnsweredBy(Arrays.copyOf(answer, 5_000))).isFalse();
    }

    @Test
    void an_answer_may_do_without_a_message_authenticator_and_may_not_hold_a_wrong_one() {
        var request = request(ChangeRequest.Code.DISCONNECT);
        assertThat(request.isAnsweredBy(FakeAccessServer.answer(request.bytes(), 41, new byte[0], SECRET, false)))
                .isTrue();
        var wrong = RadiusAttribute.encoded(80, new byte[16]);
        assertThat(request.isAnsweredBy(FakeAccessServer.answer(request.bytes(), 41, wrong, SECRET, false)))
                .isFalse();
        var broken = new byte[] {24, 40, 0};
        assertThat(request.isAnsweredBy(FakeAccessServer.answer(request.bytes(), 41, broken, SECRET, false)))
                .isFalse();
    }

    @Test
    void an_answer_is_read_with_its_cause() {
        var request = request(ChangeRequest.Code.DISCONNECT);
        var notFound = FakeAccessServer.errorCause(503);
        assertThat(ChangeAnswer.read(request, FakeAccessServer.answer(request.bytes(), 42, notFound, SECRET, true)))
                .isEqualTo(new ChangeAnswer.Refused(503))
                .satisfies(answer -> assertThat(answer.settled()).isTrue());
        var unsupported = FakeAccessServer.errorCause(405);
        assertThat(ChangeAnswer.read(request, FakeAccessServer.answer(request.bytes(), 42, unsupported, SECRET, true)))
                .isEqualTo(new ChangeAnswer.Refused(405))
                .satisfies(answer -> assertThat(answer.settled()).isFalse());
        assertThat(ChangeAnswer.read(request, FakeAccessServer.answer(request.bytes(), 42, new byte[0], SECRET, true)))
                .isEqualTo(new ChangeAnswer.Refused(0));
        assertThat(ChangeAnswer.read(request, FakeAccessServer.answer(request.bytes(), 41, notFound, SECRET, true))
                        .settled())
                .isTrue();
    }

    @Test
    void a_packet_does_not_become_longer_than_the_standard_allows() {
        var attributes = Collections.nCopies(17, RadiusAttribute.encoded(18, new byte[253]));
        assertThatThrownBy(() -> ChangeRequest.of(ChangeRequest.Code.COA, 0, attributes, AT, SECRET))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "testing123", "fifteen-letters", "sixteen letters!", "sechzehn-Zeichen-mit-ü"})
    void a_secret_that_protects_nothing_or_cannot_be_typed_is_refused(String secret) {
        assertThatThrownBy(() -> SharedSecret.parse(secret)).isInstanceOf(Problem.class);
    }

    private static ChangeRequest request(ChangeRequest.Code code) {
        return ChangeRequest.of(code, 7, List.of(USER_NAME), AT, SECRET);
    }

    private static SharedSecret secret(String text) {
        return SharedSecret.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
