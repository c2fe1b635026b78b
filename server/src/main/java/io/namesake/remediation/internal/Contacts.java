package io.namesake.remediation.internal;

import io.namesake.crypto.Vault;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is personal in a case, sealed for its own row and column. */
@Component
class Contacts {
    private final Vault vault;
    private final JsonMapper json;

    Contacts(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(UUID caseId, Contact contact) {
        return vault.seal(json.writeValueAsBytes(contact), place("contact", caseId));
    }

    Contact contact(UUID caseId, byte[] sealed) {
        return json.readValue(vault.open(sealed, place("contact", caseId)), Contact.class);
    }

    /** What somebody wrote in an appeal. */
    byte[] sealStatement(UUID caseId, String statement) {
        return vault.seal(statement.getBytes(StandardCharsets.UTF_8), place("appeal", caseId));
    }

    String statement(UUID caseId, byte[] sealed) {
        return new String(vault.open(sealed, place("appeal", caseId)), StandardCharsets.UTF_8);
    }

    byte[] seal(UUID noticeId, NoticeMessage message) {
        return vault.seal(json.writeValueAsBytes(message), place("notice", noticeId));
    }

    NoticeMessage message(UUID noticeId, byte[] sealed) {
        return json.readValue(vault.open(sealed, place("notice", noticeId)), NoticeMessage.class);
    }

    private static byte[] place(String what, UUID id) {
        return ("remediation-" + what + "/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
