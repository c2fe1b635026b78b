package io.namesake.cli.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
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

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    /** The file's text, without the byte order mark that spreadsheets put before it. */
    static Reader reader(Path csv) throws IOException {
        BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** @throws ListException when the file is larger */
    static void requireAtMost(Path csv, long bytes) throws IOException {
        if (Files.size(csv) > bytes) {
            throw new ListException(csv, 1, "the file is larger than " + (bytes >> 20) + " MiB");
        }
    }
}
