package io.namesake.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.decision.Outcome;
import io.namesake.decision.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/sandbox.md true: the numbers are the enum's, and every reason that an engineer can meet is in it. Its tables are written anew by
 * {@code ./mvnw -pl server -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=SandboxPageTest -Dnamesake.sandbox.write=true}.
 */
class SandboxPageTest {
    private static final Path PAGE = Path.of("..", "docs", "sandbox.md");

    /** How a reason is reached that no number stands for. SandboxTest and the tests of reviews do these. */
    private static final Map<Reason, String> FACTS = new EnumMap<>(Map.of(
            Reason.LINE_LIMIT_REACHED,
            "one person, the same number of `01`, for one line more than `NAMESAKE_LINES_PER_PERSON_MOST` lets",
            Reason.LINE_ALREADY_ACTIVE,
            "purpose `REVERIFY` of a line that one person of `01` holds, played by another",
            Reason.NOT_THE_HOLDER,
            "purpose `SIM_CHANGE` of a line that one person of `01` holds, played by another",
            Reason.LINE_HELD_BY_ANOTHER,
            "staff decide so on a case for `LINE_ALREADY_ACTIVE` or `NOT_THE_HOLDER`",
            Reason.ATTENDED_CHECK_NEEDED,
            "a reviewer decides `PICTURES_DO_NOT_TELL` on a case of `03`",
            Reason.PERSON_NOT_CONFIRMED,
            "an agent decides `PERSON_DIFFERS` on a case of `30`, opened with the applicant's code",
            Reason.DOCUMENT_IS_SPECIMEN,
            "staff decide so; a sandbox takes the specimens of its own country for documents"));

    @Test
    void every_reason_has_a_number_or_a_way() {
        var played = EnumSet.noneOf(Reason.class);
        Arrays.stream(MagicNumber.values()).forEach(magic -> played.addAll(magic.reasons()));
        var all = EnumSet.copyOf(played);
        all.addAll(FACTS.keySet());
        assertThat(all).containsExactlyInAnyOrder(Reason.values());
        assertThat(FACTS.keySet()).doesNotContainAnyElementsOf(played);
    }

    @Test
    void no_two_numbers_mean_different_things_and_every_one_is_found_again() {
        for (var magic : MagicNumber.values()) {
            assertThat(MagicNumber.of(magic.number("0001"))).contains(magic);
        }
    }

    @Test
    void the_committed_page_has_the_numbers_as_they_are() throws IOException {
        var page = Files.readString(PAGE).replace("\r\n", "\n");
        var right = with(with(page, "numbers", numbers()), "reasons", facts());
        if (Boolean.getBoolean("namesake.sandbox.write")) {
            Files.writeString(PAGE, right);
            page = right;
        }
        assertThat(page).isEqualTo(right);
    }

    private static String with(String page, String name, List<String> lines) {
        var start = "<!-- " + name + " -->\n";
        var end = "<!-- /" + name + " -->";
        return page.substring(0, page.indexOf(start) + start.length())
                + "\n" + String.join("\n", lines) + "\n\n"
                + page.substring(page.indexOf(end));
    }

    private static List<String> numbers() {
        var lines = new ArrayList<>(List.of(
                "| number | what is played | what becomes of it | reasons | what follows |", "|---|---|---|---|---|"));
        for (var magic : MagicNumber.values()) {
            lines.add("| `%s` | %s | `%s` | %s | %s |"
                    .formatted(magic.number("…"), played(magic), state(magic), reasons(magic), next(magic)));
        }
        return lines;
    }

    private static List<String> facts() {
        var lines = new ArrayList<>(List.of("| reason | leads to | how |", "|---|---|---|"));
        FACTS.forEach((reason, how) -> lines.add("| `%s` | `%s` | %s |".formatted(reason, reason.outcome(), how)));
        return lines;
    }

    private static String state(MagicNumber magic) {
        if (magic.way() == Way.LEAVES) {
            return "EXPIRED";
        }
        return (magic.reasons().isEmpty()
                        ? Outcome.VERIFIED
                        : magic.reasons().getFirst().outcome())
                .name();
    }

    private static String reasons(MagicNumber magic) {
        return magic.reasons().stream()
                .sorted()
                .map(reason -> "`" + reason + "`")
                .collect(Collectors.joining(", "));
    }

    private static String next(MagicNumber magic) {
        return switch (state(magic)) {
            case "VERIFIED" -> "the line is active, the network is told";
            case "EXPIRED" -> "the line is free again";
            case "REVIEW" -> "staff decide";
            default ->
                magic.reasons().stream().allMatch(Reason::aPersonCanHelp)
                        ? "the applicant may ask for a check by a person"
                        : "the applicant comes with another document";
        };
    }

    private static String played(MagicNumber magic) {
        var way = switch (magic.way()) {
            case SUBMITS -> "";
            case SUBMITS_A_STILL -> "a still picture instead of movements";
            case ASKS_FOR_A_PERSON -> "asks for a check by a person, shows nothing";
            case LEAVES -> "consents and leaves";
        };
        var document = switch (magic.document()) {
            case CHIP -> "";
            case EXPIRED_CHIP -> "a passport that is over";
            case CHIP_WITH_IMPOSSIBLE_BIRTH ->
                "a passport without a day of birth, and one two centuries ago typed for it";
            case FORGED_CHIP -> "a passport whose chip was changed after it was signed";
            case CHIP_OF_NOBODY -> "a passport signed by an authority that nobody trusts";
            case CHIP_FROM_THE_FUTURE -> "a passport that says it was signed years from now, by nobody who is trusted";
            case CORRECTED_CHIP -> "the family name of the passport changed by the applicant";
            case TYPED -> "typed fields and a picture instead of a chip";
        };
        var faces = switch (magic.faces()) {
            case SAME_PERSON -> "";
            case ANOTHER_PERSON -> "the face of somebody else";
            case UNSURE -> "a face that is neither clearly alike nor clearly another";
            case ATTACK_SUSPECTED -> "what may be a picture of a picture";
            case UNUSABLE -> "a selfie that cannot be compared after all";
            case MOVEMENTS_CONTRADICTED -> "another face moves than the one that looked straight ahead";
        };
        var register = switch (magic.register()) {
            case MATCH -> "";
            case MISMATCH -> "a register that says something else";
            case UNKNOWN -> "a register that does not know the document";
            case SILENT -> "a register that never answers";
            case SILENT_AT_FIRST -> "a register that answers when it is asked again";
        };
        var all = List.of(way, document, faces, register).stream()
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "a good passport and its holder" : all;
    }
}
