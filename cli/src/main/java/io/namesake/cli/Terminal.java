package io.namesake.cli;

import java.io.Console;
import java.util.Map;

/**
 * Where the command writes to, as far as that changes what it writes.
 *
 * @param interactive whether a person is watching: colours and progress bars make sense
 */
record Terminal(boolean interactive) {

    /** The terminal of this process; colours also end with {@code NO_COLOR} (an informal standard) and a dumb terminal. */
    static Terminal current(Map<String, String> environment) {
        Console console = System.console();
        return new Terminal(console != null
                && console.isTerminal()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM")));
    }
}
