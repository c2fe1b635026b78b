package io.namesake.cli;

/** How the libraries behave in a command that is no server. */
final class Libraries {

    private Libraries() {}

    /** Keeps their progress reports out of the answer; must come before the first of them is used. */
    static void beQuiet() {
        System.setProperty("logback.configurationFile", "io/namesake/cli/logback-commands.xml");
    }
}
