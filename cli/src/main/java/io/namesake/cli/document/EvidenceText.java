package io.namesake.cli.document;

import io.namesake.document.EvidenceCheck;
import io.namesake.document.Identity;
import io.namesake.document.IdentityEvidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Evidence in lines of English.
 *
 * @param colours whether the reader's terminal shows colours
 */
public record EvidenceText(boolean colours) {
    private static final int RED = 31;
    private static final int GREEN = 32;
    private static final int YELLOW = 33;

    public String of(IdentityEvidence evidence) {
        StringBuilder text = new StringBuilder();
        evidence.identity().ifPresent(identity -> identity(text, identity));
        evidence.portrait()
                .ifPresent(portrait -> line(
                        text,
                        "Portrait",
                        String.format(Locale.ROOT, "%s, %,d bytes", portrait.format(), portrait.bytes().length)));
        if (!text.isEmpty()) {
            text.append(System.lineSeparator());
        }
        for (EvidenceCheck check : evidence.checks()) {
            text.append(coloured(
                            colour(check.result()),
                            String.format("%-13s", words(check.result().name()))))
                    .append(String.format("%-24s", words(check.kind().name())))
                    .append(check.detail())
                    .append(
                            check.confidence().isPresent()
                                    ? " (" + check.confidence().getAsInt() + " % sure)"
                                    : "")
                    .append(System.lineSeparator());
        }
        list(text, "Missing", evidence.missing());
        list(text, "Relaxed", evidence.relaxed());
        text.append(System.lineSeparator());
        String standing = switch (evidence.standing()) {
            case AUTHENTICATED -> coloured(GREEN, "AUTHENTICATED");
            case READ -> coloured(YELLOW, "READ, NOT AUTHENTICATED");
            case REFUSED -> coloured(RED, "REFUSED");
        };
        return text.append(standing)
                .append(", strength ")
                .append(evidence.strength())
                .append(System.lineSeparator())
                .toString();
    }

    private static void identity(StringBuilder text, Identity identity) {
        line(text, "Name", (identity.givenNames() + " " + identity.surname()).strip());
        identity.nativeName().ifPresent(name -> line(text, "", name));
        line(
                text,
                "Document",
                identity.documentCode() + " " + identity.documentNumber() + " of " + identity.issuer()
                        + ", valid until " + date(identity.lastDay()));
        line(
                text,
                "Born",
                date(identity.birthDate()) + ", " + words(identity.sex().name()) + ", nationality "
                        + identity.nationality());
        identity.personalNumber().ifPresent(number -> line(text, "Number", number));
        identity.address().ifPresent(address -> line(text, "Address", address));
    }

    private static String date(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("a day that is not said");
    }

    private static int colour(EvidenceCheck.Result result) {
        return switch (result) {
            case PASSED -> GREEN;
            case FAILED -> RED;
            case INCONCLUSIVE, NOT_RUN -> YELLOW;
        };
    }

    private static void list(StringBuilder text, String name, List<String> entries) {
        for (String entry : entries) {
            line(text, name, entry);
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-13s", name)).append(value).append(System.lineSeparator());
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String coloured(int colour, String text) {
        return colours ? "\u001b[1;" + colour + "m" + text + "\u001b[0m" : text;
    }
}
