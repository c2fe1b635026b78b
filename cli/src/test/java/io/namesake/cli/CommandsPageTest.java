package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The reference of the commands is their own help. It is printed with
 * {@code ./mvnw -pl cli -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=CommandsPageTest -Dnamesake.commands.write=true}.
 */
class CommandsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "commands.md");

    @Test
    void the_committed_page_is_what_every_command_says_of_itself() throws Exception {
        var page = page();
        if (Boolean.getBoolean("namesake.commands.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualToNormalizingNewlines(Files.readString(PAGE));
    }

    private static String page() {
        var lines = new ArrayList<>(
                List.of(
                        "# Commands",
                        "",
                        "What `./namesake help COMMAND` prints, for every command. `./namesake` builds what is missing first."));
        describe(Namesake.commandLine(), lines);
        return String.join("\n", lines) + "\n";
    }

    private static void describe(CommandLine command, List<String> lines) {
        lines.add("");
        lines.add("## " + command.getCommandSpec().qualifiedName());
        lines.add("");
        lines.add("```");
        command.getUsageMessage(Ansi.OFF)
                .stripTrailing()
                .lines()
                .map(String::stripTrailing)
                .forEach(lines::add);
        lines.add("```");
        for (var below : new LinkedHashSet<>(command.getSubcommands().values())) {
            boolean hidden = below.getCommandSpec().usageMessage().hidden();
            if (!hidden && !(below.getCommandSpec().userObject() instanceof CommandLine.HelpCommand)) {
                describe(below, lines);
            }
        }
    }
}
