package io.namesake.cli.report;

import java.io.IOException;
import java.nio.file.Path;

/** A list of pairs or groups that can't be used; the message names the file and the line and says what is wrong. */
public final class ListException extends IOException {

    ListException(Path csv, long line, String reason) {
        super(csv + ", line " + line + ": " + reason + ".");
    }
}
