package io.namesake.registry.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8, with a header. A row is bounded before it is kept: a quotation mark that is never closed ends the import. */
final class CsvRows implements RowSource {
    /** In bytes; the columns together have at most some 6,000 characters. The parser reads 8 KiB ahead. */
    static final int LONGEST_ROW = 64 * 1024;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Bounded bytes;
    private final long size;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    /** By their place in the file. */
    private final ImportColumn[] columns;

    private long number;

    CsvRows(InputStream in, long size, long skipped) {
        this.bytes = new Bounded(in);
        this.size = size;
        try {
            var decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            this.parser = CSVParser.parse(new InputStreamReader(bytes, decoder), FORMAT);
        } catch (IOException e) {
            throw invalid(e);
        }
        this.records = parser.iterator();
        var header = record();
        if (header == null) {
            throw new ImportFileInvalid("The file is empty; its first row must name the columns");
        }
        this.columns = columns(header.values());
        while (number < skipped && record() != null) {
            number++;
        }
    }

    static ImportColumn[] columns(String... headings) {
        Set<ImportColumn> seen = EnumSet.noneOf(ImportColumn.class);
        var columns = new ImportColumn[headings.length];
        for (int i = 0; i < headings.length; i++) {
            // Spreadsheets put a byte order mark before the first heading.
            var heading = i == 0 && headings[i].startsWith("\uFEFF") ? headings[i].substring(1) : headings[i];
            int place = i + 1;
            columns[i] = ImportColumn.of(heading)
                    .orElseThrow(
                            () -> new ImportFileInvalid("Column " + place + " has no name that docs/import.md lists"));
            if (!seen.add(columns[i])) {
                throw new ImportFileInvalid("The column " + columns[i].heading() + " is there twice");
            }
        }
        var missing = Arrays.stream(ImportColumn.values())
                .filter(column -> column.required() && !seen.contains(column))
                .findFirst();
        if (missing.isPresent()) {
            throw new ImportFileInvalid("The column " + missing.get().heading() + " is missing");
        }
        return columns;
    }

    @Override
    public @Nullable RawRow next() {
        var record = record();
        if (record == null) {
            return null;
        }
        number++;
        if (record.size() != columns.length) {
            throw new ImportFileInvalid(
                    "Row " + number + " has " + record.size() + " columns, the header " + columns.length);
        }
        var values = new String[ImportColumn.values().length];
        for (int i = 0; i < columns.length; i++) {
            values[columns[i].ordinal()] = record.get(i);
        }
        return new RawRow(number, values);
    }

    private @Nullable CSVRecord record() {
        bytes.left = LONGEST_ROW;
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw invalid(e.getCause());
        } catch (IllegalStateException e) {
            throw new ImportFileInvalid("After row " + number + ": this is not CSV as RFC 4180 has it");
        }
    }

    private ImportFileInvalid invalid(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return new ImportFileInvalid("After row " + number + ": this is not UTF-8");
        }
        if (cause instanceof TooLong) {
            return new ImportFileInvalid(
                    "After row " + number + ": a row is longer than 64 KiB; is a quotation mark not closed?");
        }
        return new ImportFileInvalid("After row " + number + ": the file cannot be read as CSV");
    }

    @Override
    public double done() {
        return Math.min(1, (double) bytes.read / size);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Gives no more than is left for the row. */
    private static final class Bounded extends FilterInputStream {
        private static final int PIECE = 8 * 1024;
        private long left;
        private long read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new TooLong();
            }
            int count = super.read(buffer, offset, Math.min(length, PIECE));
            left -= Math.max(0, count);
            read += Math.max(0, count);
            return count;
        }
    }
}
