package io.namesake.mylines.internal.passkey;

import io.namesake.privacy.KeptData;
import io.namesake.privacy.Person;
import io.namesake.privacy.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Component;

/** A person's passkeys: gone when they ask for it. */
@Component
class PasskeyData implements PersonalData {
    private final HolderPasskeys passkeys;

    PasskeyData(HolderPasskeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public String section() {
        return "passkeys";
    }

    @Override
    public List<Entry> of(Person person) {
        return passkeys.of(person.holderId()).stream().map(PasskeyData::entry).toList();
    }

    private static Entry entry(CredentialRecord passkey) {
        return new Entry(
                KeptData.PASSKEYS,
                passkey.getCreated(),
                Map.of(
                        "label",
                        passkey.getLabel(),
                        "lastUsedAt",
                        passkey.getLastUsed().toString()));
    }

    @Override
    public Erasure erase(Person person, Instant now) {
        var all = passkeys.of(person.holderId());
        all.forEach(passkey ->
                passkeys.remove(person.holderId(), passkey.getCredentialId().toBase64UrlString()));
        return all.isEmpty()
                ? new Erasure(List.of(), List.of())
                : new Erasure(List.of(new Erased(KeptData.PASSKEYS, all.size())), List.of());
    }
}
