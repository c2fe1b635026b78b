package io.namesake.crypto;

import static io.namesake.crypto.KeyServiceContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MigratedDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {
    private static final byte[] SECRET = bytes("names and a number");

    @TempDir
    Path folder;

    @Test
    void a_new_key_seals_and_the_old_one_opens_until_it_is_switched_off() throws Exception {
        var before = Keyset.generate(KeyKind.SEALING);
        var sealed = new Vault(before).seal(SECRET, bytes("here"));
        var after = before.rotated();
        assertThat(after.keys()).hasSize(2);
        assertThat(after.keys().getFirst())
                .isEqualTo(new Keyset.Key(before.keys().getFirst().id(), false, true));
        assertThat(after.keys().getLast().primary()).isTrue();
        assertThat(new Vault(after).open(sealed, bytes("here"))).isEqualTo(SECRET);
        assertThatThrownBy(() -> new Vault(before).open(new Vault(after).seal(SECRET, bytes("here")), bytes("here")))
                .isInstanceOf(Vault.SealBroken.class);
        var switchedOff = after.withKey(before.keys().getFirst().id(), false);
        assertThatThrownBy(() -> new Vault(switchedOff).open(sealed, bytes("here")))
                .isInstanceOf(Vault.SealBroken.class);
        var again = switchedOff.withKey(before.keys().getFirst().id(), true);
        assertThat(new Vault(again).open(sealed, bytes("here"))).isEqualTo(SECRET);
    }

    @Test
    void a_prepared_key_opens_before_it_seals_so_that_servers_can_learn_it_one_by_one() throws Exception {
        var before = Keyset.generate(KeyKind.SEALING);
        var prepared = before.prepared();
        assertThat(prepared.keys().getFirst().primary()).isTrue();
        var rotated = prepared.rotated();
        assertThat(rotated.keys()).hasSize(2);
        assertThat(rotated.keys().getLast().primary()).isTrue();
        // A server that has not yet heard of the rotation reads what one that has sealed.
        assertThat(new Vault(prepared).open(new Vault(rotated).seal(SECRET, bytes("here")), bytes("here")))
                .isEqualTo(SECRET);
    }

    @Test
    void the_primary_key_and_one_that_is_not_there_cannot_be_switched_off() throws Exception {
        var keyset = Keyset.generate(KeyKind.SEALING);
        assertThatThrownBy(() -> keyset.withKey(keyset.keys().getFirst().id(), false))
                .hasMessage("It is the primary key: rotate first");
        assertThatThrownBy(() -> keyset.withKey("00000000", false)).hasMessage("There is no such key");
    }

    @Test
    void the_file_is_replaced_as_a_whole_and_keeps_every_key() throws Exception {
        var file = KeysetFile.in(folder, KeyKind.SEALING, null);
        var first = file.readOrMake();
        file.replaceBy(first.rotated());
        assertThat(file.read().keys())
                .hasSize(2)
                .element(0)
                .extracting(Keyset.Key::id)
                .isEqualTo(first.keys().getFirst().id());
        assertThat(folder.resolve("keys").toFile().list()).containsExactly("keyset.json");
    }

    @Test
    void rows_are_sealed_again_a_few_at_a_time_until_nothing_uses_the_old_key() throws Exception {
        var database = MigratedDatabase.create();
        var old = Keyset.generate(KeyKind.SEALING);
        for (int i = 0; i < 5; i++) {
            add(database, new Vault(old));
        }
        var rotated = old.rotated();
        var vault = new Vault(rotated);
        var column = new SealedColumn(database.jdbc(), vault, "holder", "sealed_details", RotationTest::place);
        assertThat(uses(database, rotated))
                .containsExactly(new KeyUse(old.keys().getFirst().id(), "holder.sealed_details", 5));

        assertThat(column.resealSome(3)).isEqualTo(3);
        assertThat(column.resealSome(3)).isEqualTo(2);
        assertThat(column.resealSome(3)).isZero();

        assertThat(uses(database, rotated))
                .containsExactly(new KeyUse(rotated.keys().getLast().id(), "holder.sealed_details", 5));
        var onlyNew = new Vault(rotated.withKey(old.keys().getFirst().id(), false));
        database.jdbc().sql("select id, sealed_details from holder").query(row -> {
            assertThat(onlyNew.open(row.getBytes("sealed_details"), place(row.getObject("id", UUID.class))))
                    .isEqualTo(SECRET);
        });
    }

    private static List<KeyUse> uses(MigratedDatabase database, Keyset keyset) throws Exception {
        try (var connection = database.dataSource().getConnection()) {
            return KeyUse.count(connection, keyset);
        }
    }

    private static void add(MigratedDatabase database, Vault vault) {
        var id = UUID.randomUUID();
        database.jdbc()
                .sql(
                        "insert into holder (id, operator_id, sealed_details, created_at) values (:id, :id, :sealed, now())")
                .param("id", id)
                .param("sealed", vault.seal(SECRET, place(id)))
                .update();
    }

    private static byte[] place(UUID id) {
        return bytes("holder/" + id);
    }
}
