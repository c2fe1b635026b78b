package io.namesake.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.audit.merkle.Hash;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCheckpointTest {
    /** The example key of Go's golang.org/x/mod/sumdb/note, whose form C2SP took over. */
    private static final String GO_PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final Hash ROOT = new Hash("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final SigningKey KEY = SigningKey.generate("lines.example.com/audit", new SecureRandom());
    private static final SignedCheckpoint SIGNED = KEY.sign(new Checkpoint("lines.example.com/audit", 8, ROOT));

    @Test
    void a_key_that_other_tools_made_is_read_and_written_as_they_do() {
        var key = SigningKey.parse(GO_PRIVATE + "\n");
        assertThat(key.verifier().text()).isEqualTo(GO_PUBLIC);
        assertThat(key.secretText()).isEqualTo(GO_PRIVATE);
        assertThat(VerifierKey.parse(GO_PUBLIC)).contains(key.verifier());
    }

    @Test
    void a_note_that_other_tools_signed_verifies() {
        var text =
                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var signature = Base64Text.decode(
                        "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")
                .orElseThrow();
        var key = VerifierKey.parse(GO_PUBLIC).orElseThrow();
        assertThat(key.verifies(
                        java.util.Arrays.copyOfRange(signature, 4, 68),
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void a_checkpoint_is_three_lines_a_blank_one_and_a_signature() {
        assertThat(SIGNED.note())
                .startsWith(
                        "lines.example.com/audit\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 lines.example.com/audit ")
                .endsWith("=\n");
        assertThat(SignedCheckpoint.parse(SIGNED.note())).contains(SIGNED);
        assertThat(SIGNED.isSignedBy(List.of(KEY.verifier()))).isTrue();
    }

    @Test
    void a_checkpoint_is_believed_by_the_key_of_its_log_alone() {
        var stranger = SigningKey.generate("lines.example.com/audit", new SecureRandom());
        var other = SigningKey.generate("other.example.com/audit", new SecureRandom());
        assertThat(SIGNED.isSignedBy(List.of())).isFalse();
        assertThat(SIGNED.isSignedBy(List.of(stranger.verifier()))).isFalse();
        assertThat(SIGNED.isSignedBy(List.of(stranger.verifier(), KEY.verifier())))
                .isTrue();
        // A key may sign only the log whose name it bears.
        assertThat(other.sign(SIGNED.checkpoint()).isSignedBy(List.of(other.verifier())))
                .isFalse();
    }

    @Test
    void a_witness_may_sign_below() {
        var note = SIGNED.note() + "\u2014 witness.example.org AAAA\n";
        assertThat(SignedCheckpoint.parse(note).orElseThrow().isSignedBy(List.of(KEY.verifier())))
                .isTrue();
    }

    @Test
    void a_checkpoint_of_which_anything_was_changed_is_not_signed() {
        var note = SIGNED.note();
        for (int i = 0; i < note.indexOf("\n\n"); i++) {
            var changed = note.substring(0, i) + (char) (note.charAt(i) ^ 1) + note.substring(i + 1);
            assertThat(SignedCheckpoint.parse(changed).filter(read -> read.isSignedBy(List.of(KEY.verifier()))))
                    .as("with another character at %d", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "a\n1\n\n",
                "a\n01\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 a b\n",
                "a\n-1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 a b\n",
                "a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n\n\u2014 a b\n",
                "a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg\n\n\u2014 a b\n",
                "a\n1\nAAAA\n\n\u2014 a b\n",
                "a b\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 a b\n",
                "a\r\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 a b\n",
                "a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n- a b\n",
                "a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\u2014 a b"
            })
    void what_is_no_checkpoint_is_not_taken_for_one(String note) {
        assertThat(SignedCheckpoint.parse(note)).isEmpty();
    }

    @Test
    void an_endless_note_is_not_looked_at() {
        assertThat(SignedCheckpoint.parse(SIGNED.note() + ("\u2014 w " + "A".repeat(60) + "\n").repeat(300)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PRIVATE+KEY+",
                "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeuman+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AoEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void a_private_key_that_is_none_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> SigningKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("PeterNeu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "++",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy"
            })
    void a_verifier_key_that_is_none_is_not_taken_for_one(String text) {
        assertThat(VerifierKey.parse(text)).isEmpty();
    }

    @Test
    void a_signing_key_says_nothing_of_its_secret() {
        assertThat(KEY.toString()).isEqualTo("SigningKey[lines.example.com/audit]");
        assertThatThrownBy(() -> SigningKey.generate("a b", new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
