package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    // The example of the Standard Webhooks project's own libraries.
    private static final WebhookSignature CHECK = new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void the_published_example_is_right() throws GeneralSecurityException {
        assertThat(CHECK.isRight(ID, TIMESTAMP, BODY, RIGHT)).isTrue();
    }

    @Test
    void one_right_signature_among_others_is_enough() throws GeneralSecurityException {
        assertThat(CHECK.isRight(ID, TIMESTAMP, BODY, "v2,AAAA v1,AAAA " + RIGHT))
                .isTrue();
    }

    @Test
    void another_body_time_or_id_is_wrong() throws GeneralSecurityException {
        assertThat(CHECK.isRight(ID, TIMESTAMP, BODY + " ", RIGHT)).isFalse();
        assertThat(CHECK.isRight(ID, "1614265331", BODY, RIGHT)).isFalse();
        assertThat(CHECK.isRight(ID + "x", TIMESTAMP, BODY, RIGHT)).isFalse();
    }
}
