package io.namesake.registry.internal;

import io.namesake.crypto.Vault;
import io.namesake.registry.HolderDetails;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals what is known of a holder for the holder's own row, and opens it. */
@Component
public class HolderSeal {
    private final Vault vault;
    private final JsonMapper json;

    HolderSeal(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    public byte[] sealed(UUID holder, HolderDetails details) {
        return vault.seal(json.writeValueAsBytes(details), HolderTable.placeOf(holder));
    }

    /** What a row holds of whom nothing is left. */
    byte[] nothing(UUID holder) {
        return vault.seal(new byte[0], HolderTable.placeOf(holder));
    }

    /** @throws Vault.SealBroken when it was sealed for another row, or changed */
    public HolderDetails opened(UUID holder, byte[] sealed) {
        return json.readValue(vault.open(sealed, HolderTable.placeOf(holder)), HolderDetails.class);
    }
}
