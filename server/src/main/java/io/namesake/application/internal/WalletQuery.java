package io.namesake.application.internal;

import io.namesake.document.wallet.CredentialKind;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.document.wallet.CredentialKind.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a wallet is asked for, in the Digital Credentials Query Language: any one kind of credential, and of it only what a line needs. */
final class WalletQuery {

    private WalletQuery() {}

    /** The query (OpenID4VP 1.0, section 6). */
    static Map<String, Object> dcql() {
        var kinds = Arrays.asList(CredentialKind.values());
        return Map.of(
                "credentials",
                kinds.stream().map(WalletQuery::credential).toList(),
                "credential_sets",
                List.of(Map.of(
                        "options", kinds.stream().map(kind -> List.of(id(kind))).toList())));
    }

    /** The kind that a name of the query stands for. */
    static Optional<CredentialKind> kind(String id) {
        return Arrays.stream(CredentialKind.values())
                .filter(kind -> id(kind).equals(id))
                .findFirst();
    }

    private static String id(CredentialKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> credential(CredentialKind kind) {
        boolean mdoc = kind.format() == Format.MDOC;
        return Map.of(
                "id",
                id(kind),
                "format",
                kind.format().id(),
                "meta",
                mdoc ? Map.of("doctype_value", kind.type()) : Map.of("vct_values", List.of(kind.type())),
                "claims",
                Stream.of(Attribute.values())
                        .filter(Attribute::isNeeded)
                        .map(attribute -> claim(kind, attribute, mdoc))
                        .toList());
    }

    private static Map<String, Object> claim(CredentialKind kind, Attribute attribute, boolean mdoc) {
        return mdoc
                // What is read is gone with the decision, but the holder of a line is kept: names, number and birth
                // date.
                ? Map.of("path", kind.path(attribute), "intent_to_retain", attribute != Attribute.PORTRAIT)
                : Map.of("path", kind.path(attribute));
    }
}
