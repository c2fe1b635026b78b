package io.namesake.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every key service does. */
abstract class KeyServiceContract {
    private static final byte[] KEY = bytes("thirty-two bytes that are a key.");
    private static final byte[] HERE = bytes("case-key/application/1");

    /** The service, with whatever rotations there were. */
    abstract KeyService service() throws Exception;

    /** From now on another key wraps. */
    abstract void rotate() throws Exception;

    @Test
    void what_was_wrapped_is_unwrapped_in_its_place_and_shows_nothing_before() throws Exception {
        var wrapped = service().wrap(KEY, HERE);
        assertThat(service().unwrap(wrapped, HERE)).isEqualTo(KEY);
        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1)).doesNotContain("thirty-two");
        assertThat(service().wrap(KEY, HERE)).isNotEqualTo(wrapped);
    }

    @Test
    void what_was_moved_changed_or_never_wrapped_is_not_unwrapped() throws Exception {
        var service = service();
        var wrapped = service.wrap(KEY, HERE);
        assertThatThrownBy(() -> service.unwrap(wrapped, bytes("case-key/application/2")))
                .isInstanceOf(Vault.SealBroken.class);
        assertThatThrownBy(() -> service.unwrap(bytes("nothing"), HERE)).isInstanceOf(Vault.SealBroken.class);
        var changed = wrapped.clone();
        changed[changed.length - 6] ^= 1;
        assertThatThrownBy(() -> service.unwrap(changed, HERE)).isInstanceOf(Vault.SealBroken.class);
        assertThat(service.keyIdOf(bytes("nothing"))).isEmpty();
    }

    @Test
    void after_a_rotation_another_key_wraps_and_the_earlier_one_still_unwraps() throws Exception {
        var before = service().wrap(KEY, HERE);
        var earlier = service().currentKeyId();
        assertThat(service().keyIdOf(before)).isEqualTo(earlier).isNotEmpty();
        rotate();
        assertThat(service().currentKeyId()).isNotEqualTo(earlier);
        assertThat(service().unwrap(before, HERE)).isEqualTo(KEY);
        assertThat(service().keyIdOf(before)).isEqualTo(earlier);
        assertThat(service().keyIdOf(service().wrap(KEY, HERE)))
                .isEqualTo(service().currentKeyId());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
