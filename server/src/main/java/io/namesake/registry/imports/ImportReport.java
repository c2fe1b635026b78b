package io.namesake.registry.imports;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What was wrong, as CSV (RFC 4180): {@code row,column,code,sentence}. It repeats nothing of the rows, so it can be passed on. */
public final class ImportReport implements AutoCloseable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("row", "column", "code", "sentence")
            .get();

    private final CSVPrinter csv;

    public ImportReport(Appendable out) throws IOException {
        this.csv = new CSVPrinter(out, FORMAT);
    }

    public void add(RowFault fault) throws IOException {
        csv.printRecord(
                fault.row(),
                fault.column().heading(),
                fault.fault().name(),
                fault.fault().sentence());
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }
}
