package io.namesake.cli.report;

import java.io.IOException;
import java.nio.file.Path;

/** A list of pairs that can't be used; the message names the file and the line and says what is wrong. */
public final class PairListException extends IOException {

    PairListException(Path csv, long line, String reason) {
        super(csv + ", line " + line + ": " + reason + ".");
    }
}
