package io.namesake.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindIndexTest {
    private static final String KIND = "holder.document-number";
    private static final String NUMBER = "11010519491231002X";

    @TempDir
    Path folder;

    @Test
    void a_value_has_one_digest_which_shows_nothing_of_it() throws Exception {
        var index = index("index-keyset.json");
        assertThat(index.of(KIND, NUMBER)).matches("[0-9a-f]{64}").isEqualTo(index.of(KIND, NUMBER));
        assertThat(index.of(KIND, NUMBER)).isNotEqualTo(index.of(KIND, "110105194912310021"));
        assertThat(index.candidates(KIND, NUMBER)).containsExactly(index.of(KIND, NUMBER));
    }

    @Test
    void another_kind_or_another_keyset_gives_another_digest() throws Exception {
        var index = index("index-keyset.json");
        assertThat(index.of("dispute.document-number", NUMBER)).isNotEqualTo(index.of(KIND, NUMBER));
        assertThat(index("another.json").of(KIND, NUMBER)).isNotEqualTo(index.of(KIND, NUMBER));
    }

    @Test
    void the_end_of_a_kind_is_never_taken_for_the_beginning_of_a_value() throws Exception {
        var index = index("index-keyset.json");
        assertThat(index.of("ab", "c")).isNotEqualTo(index.of("a", "bc"));
        assertThatThrownBy(() -> index.of("a\0b", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_a_rotation_the_new_key_makes_the_digest_and_the_old_one_is_searched_for_too() throws Exception {
        var old = keyset("index-keyset.json");
        var rotated = old.rotated();
        var before = new BlindIndex(old).of(KIND, NUMBER);
        var after = new BlindIndex(rotated);
        assertThat(after.of(KIND, NUMBER)).isNotEqualTo(before);
        assertThat(after.candidates(KIND, NUMBER)).containsExactly(after.of(KIND, NUMBER), before);
    }

    @Test
    void a_keyset_that_was_made_is_found_again() throws Exception {
        var digest = index("index-keyset.json").of(KIND, NUMBER);
        assertThat(index("index-keyset.json").of(KIND, NUMBER)).isEqualTo(digest);
        assertThat(Files.exists(folder.resolve("index-keyset.json"))).isTrue();
    }

    private BlindIndex index(String file) throws GeneralSecurityException {
        return new BlindIndex(keyset(file));
    }

    private Keyset keyset(String file) throws GeneralSecurityException {
        return new KeysetFile(KeyKind.INDEXING, folder.resolve(file), null).readOrMake();
    }
}
