package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.crypto.KeyKind;
import io.namesake.crypto.Keyset;
import io.namesake.crypto.KeysetFile;
import io.namesake.database.EmbeddedDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

    /** What a run printed and ended with. */
    private record Run(int exitCode, String out, String err) {}

    @TempDir
    private Path data;

    @Test
    void a_new_keyset_is_one_that_a_server_takes() throws Exception {
        Run sealing = run("keys", "new");
        assertThat(sealing.exitCode()).isZero();
        assertThat(Keyset.fromBase64(KeyKind.SEALING, sealing.out(), null).keys())
                .hasSize(1);
        Run index = run("keys", "new", "--index");
        assertThat(Keyset.fromBase64(KeyKind.INDEXING, index.out(), null).keys())
                .hasSize(1);
    }

    @Test
    void a_rotation_keeps_the_old_key_until_it_is_disabled_which_only_a_key_without_use_is() throws Exception {
        KeysetFile file = KeysetFile.in(data, KeyKind.SEALING, null);
        file.replaceBy(Keyset.generate(KeyKind.SEALING));
        String old = file.read().keys().getFirst().id();

        assertThat(run("keys", "rotate", "--data", data.toString()).exitCode()).isZero();
        assertThat(file.read().keys()).hasSize(2);
        assertThat(file.read().keys().getLast().primary()).isTrue();

        try (EmbeddedDatabase _ = EmbeddedDatabase.start(data)) {
            try (AuditDatabase address = AuditDatabase.inFolder(data);
                    var connection = address.connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table holder (sealed_details bytea)");
                statement.execute("insert into holder values (decode('01" + old + "000102', 'hex'))");
                assertThat(run("keys", "status", "--data", data.toString()).out())
                        .contains(old + "  opens", "1 in holder.sealed_details", "primary");
                Run refused = run("keys", "disable", old, "--data", data.toString());
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.err()).contains("1 values are still sealed with that key");
                statement.execute("delete from holder");
            }
            assertThat(run("keys", "disable", old, "--data", data.toString()).exitCode())
                    .isZero();
        }
        assertThat(file.read().keys().getFirst().enabled()).isFalse();
        assertThat(run("keys", "enable", old, "--data", data.toString()).exitCode())
                .isZero();
        assertThat(file.read().keys().getFirst().enabled()).isTrue();
    }

    @Test
    void a_key_of_the_index_goes_once_no_digest_is_of_it_or_may_be() throws Exception {
        KeysetFile file = KeysetFile.in(data, KeyKind.INDEXING, null);
        file.replaceBy(Keyset.generate(KeyKind.INDEXING).rotated());
        String old = file.read().keys().getFirst().id();
        String[] disable = {"keys", "disable", old, "--index", "--data", data.toString()};
        try (EmbeddedDatabase _ = EmbeddedDatabase.start(data)) {
            try (AuditDatabase address = AuditDatabase.inFolder(data);
                    var connection = address.connect();
                    var statement = connection.createStatement()) {
                statement.execute("create table holder_index (key_id text, lost boolean)");
                statement.execute(
                        "insert into holder_index values ('" + old + "', false), (null, false), (null, true)");
                assertThat(run("keys", "status", "--index", "--data", data.toString())
                                .out())
                        .contains(old + "  opens\n  1 digests", "not yet known which key\n  1 digests", "unknown key");
                assertThat(run(disable).err()).contains("1 digests are still of that key");
                statement.execute("delete from holder_index where key_id is not null");
                assertThat(run(disable).err()).contains("1 digests do not tell yet which key made them");
                statement.execute("delete from holder_index where not lost");
                assertThat(run(disable).err()).contains("1 digests may be of that key and cannot be made anew");
                assertThat(file.read().keys().getFirst().enabled()).isTrue();
            }
            assertThat(run("keys", "disable", old, "--index", "--lose-renewed", "--data", data.toString())
                            .exitCode())
                    .isZero();
        }
        assertThat(file.read().keys().getFirst().enabled()).isFalse();
    }

    @Test
    void a_folder_without_keys_and_a_key_that_is_not_there_are_mistakes_of_the_caller() throws Exception {
        assertThat(run("keys").exitCode()).isEqualTo(64);
        Run nothing = run("keys", "rotate", "--data", data.toString());
        assertThat(nothing.exitCode()).isEqualTo(64);
        assertThat(nothing.err()).contains("There is no keyset");
        assertThat(data.toFile().list()).isEmpty();
        KeysetFile.in(data, KeyKind.SEALING, null).replaceBy(Keyset.generate(KeyKind.SEALING));
        assertThat(run("keys", "enable", "00000000", "--data", data.toString()).exitCode())
                .isEqualTo(64);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Namesake.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
