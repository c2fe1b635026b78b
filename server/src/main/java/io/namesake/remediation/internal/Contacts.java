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
        return vault.seal(json.writeValueAsBytes(contact), contactPlace(caseId));
    }

    Contact contact(UUID caseId, byte[] sealed) {
        return json.readValue(vault.open(sealed, contactPlace(caseId)), Contact.class);
    }

    /** What somebody wrote in an appeal. */
    byte[] sealStatement(UUID caseId, String statement) {
        return vault.seal(statement.getBytes(StandardCharsets.UTF_8), appealPlace(caseId));
    }

    String statement(UUID caseId, byte[] sealed) {
        return new String(vault.open(sealed, appealPlace(caseId)), StandardCharsets.UTF_8);
    }

    byte[] seal(UUID noticeId, NoticeMessage message) {
        return vault.seal(json.writeValueAsBytes(message), noticePlace(noticeId));
    }

    NoticeMessage message(UUID noticeId, byte[] sealed) {
        return json.readValue(vault.open(sealed, noticePlace(noticeId)), NoticeMessage.class);
    }

    /** Where {@code remediation_case.sealed_contact} is sealed for. */
    static byte[] contactPlace(UUID caseId) {
        return place("contact", caseId);
    }

    /** Where {@code remediation_case.sealed_appeal} is sealed for. */
    static byte[] appealPlace(UUID caseId) {
        return place("appeal", caseId);
    }

    /** Where {@code remediation_notice.sealed_message} is sealed for. */
    static byte[] noticePlace(UUID noticeId) {
        return place("notice", noticeId);
    }

    private static byte[] place(String what, UUID id) {
        return ("remediation-" + what + "/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
