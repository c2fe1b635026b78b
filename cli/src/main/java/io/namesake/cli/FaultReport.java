package io.namesake.cli;

import io.namesake.registry.imports.ImportReport;
import io.namesake.registry.imports.RowFault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** Takes what was wrong into a file. What befalls the file is told only when all is done, so that it stops neither an import nor its rehearsal. */
final class FaultReport implements Consumer<RowFault> {
    private final ImportReport csv;
    private IOException failure;

    private FaultReport(ImportReport csv) {
        this.csv = csv;
    }

    /** @param work hands over what was wrong, in the file's order */
    static void write(OutputFile file, Consumer<Consumer<RowFault>> work) {
        file.write(to -> {
            try (ImportReport csv = new ImportReport(Files.newBufferedWriter(to))) {
                FaultReport report = new FaultReport(csv);
                work.accept(report);
                report.requireWhole();
            }
        });
    }

    @Override
    public void accept(RowFault fault) {
        if (failure != null) {
            return;
        }
        try {
            csv.add(fault);
        } catch (IOException e) {
            failure = e;
        }
    }

    private void requireWhole() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
