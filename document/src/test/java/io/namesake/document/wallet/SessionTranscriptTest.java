package io.namesake.document.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import io.namesake.document.DocumentUnreadable;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTranscriptTest {
    /** The example of OpenID4VP 1.0, appendix B.2.6.1. */
    private static final String EXAMPLE = "83f6f682714f70656e494434565048616e646f7665725820048bc053c00442af9b8e"
            + "ed494cefdd9d95240d254b046b11b68013722aad38ac";

    @Test
    void the_example_of_the_specification_comes_out_byte_by_byte() throws Exception {
        byte[] thumbprint = JWK.parse("""
                        {"kty":"EC","crv":"P-256","x":"DxiH5Q4Yx3UrukE2lWCErq8N8bqC9CHLLrAwLz5BmE0",
                         "y":"XtLM4-3h5o3HUH0MHVJV0kyq0iBlrBwlh8qEDMZ4-Pc","use":"enc","alg":"ECDH-ES","kid":"1"}
                        """).computeThumbprint().decode();
        SessionTranscript transcript = SessionTranscript.ofOpenId4Vp(
                "x509_san_dns:example.com",
                "exc7gBkxjx1rdc9udRrveKvSsJIq80avlXeLHhGwqtA",
                Optional.of(thumbprint),
                "https://example.com/response");
        assertThat(HexFormat.of().formatHex(transcript.bytes())).isEqualTo(EXAMPLE);
    }

    @Test
    void a_transcript_is_the_same_wrapped_and_plain() throws Exception {
        byte[] plain = HexFormat.of().parseHex(EXAMPLE);
        byte[] wrapped = Cbor.embedding(plain).encode();
        assertThat(SessionTranscript.of(wrapped).bytes())
                .isEqualTo(SessionTranscript.of(plain).bytes())
                .isEqualTo(plain);
    }

    @Test
    void what_is_no_transcript_is_refused_in_words() {
        for (String wrong : new String[] {"", "83f6f6", "82f6f6", "a0", "f6", EXAMPLE + "00"}) {
            assertThatThrownBy(() -> SessionTranscript.of(HexFormat.of().parseHex(wrong)))
                    .isInstanceOf(DocumentUnreadable.class)
                    .hasMessageMatching(".+");
        }
        assertThatThrownBy(() -> SessionTranscript.of(new byte[100_000])).isInstanceOf(DocumentUnreadable.class);
    }
}
