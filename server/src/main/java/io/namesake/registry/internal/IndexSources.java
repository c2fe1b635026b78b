package io.namesake.registry.internal;

import io.namesake.crypto.Vault;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.internal.IdentityKeys.Clue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a digest of the blind index is made of, kept sealed beside it once the holder's details no longer tell: a person is found by
 * a document that was renewed, too, and stays so when the key of the index is replaced.
 */
@Component
class IndexSources {
    private final JdbcClient jdbc;
    private final IdentityKeys keys;
    private final Vault vault;
    private final JsonMapper json;

    IndexSources(JdbcClient jdbc, IdentityKeys keys, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.vault = vault;
        this.json = json;
    }

    /** Before other details take the place of somebody's: notes what only these told. */
    void keep(HolderTable.Row before, HolderDetails after) {
        var gone = new HashSet<>(IdentityKeys.clues(before.details()));
        IdentityKeys.clues(after).forEach(gone::remove);
        for (var clue : gone) {
            for (var value : keys.candidates(clue)) {
                jdbc.sql("""
                                update holder_index set sealed_source = :source, lost = false
                                where value = :value and holder_id = :holder
                                """)
                        .param("source", sealed(value, clue))
                        .param("value", value)
                        .param("holder", before.id())
                        .update();
            }
        }
    }

    byte[] sealed(String value, Clue clue) {
        return vault.seal(json.writeValueAsBytes(clue), place(value));
    }

    Clue opened(String value, byte[] sealed) {
        return json.readValue(vault.open(sealed, place(value)), Clue.class);
    }

    /** Binds it to its digest, with which it goes to another holder when two turn out to be one. */
    static byte[] place(String value) {
        return ("holder-index/" + value).getBytes(StandardCharsets.UTF_8);
    }
}
