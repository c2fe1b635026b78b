package io.namesake.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;

/** How lists are written: RFC 4180 with a first line that names the columns. */
final class Csv {
    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    private Csv() {}

    /** @throws ListException when the file is larger */
    static void requireAtMost(Path csv, long bytes) throws IOException {
        if (Files.size(csv) > bytes) {
            throw new ListException(csv, 1, "the file is larger than " + (bytes >> 20) + " MiB");
        }
    }
}
