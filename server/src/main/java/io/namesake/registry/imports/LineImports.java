package io.namesake.registry.imports;

import io.namesake.access.OperatorId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes over the lines that an operator has already. */
public interface LineImports {

    /** Rows of one transaction, where nobody asks for another number. */
    int USUAL_BATCH = 10_000;

    /**
     * Reads a file from its first row, or where an import of the same file stopped, to its last. Each line that is not known
     * becomes {@code UNVERIFIED} in the name that its row gives; everything that is known stays as it is.
     *
     * @param batch rows of one transaction, 1 to 100,000
     * @throws ImportFileInvalid where the file ends to make sense; the rows before are taken over, and their counts are kept
     */
    ImportCounts run(OperatorId operator, ImportFile file, int batch, Consumer<ImportProgress> progress);

    /**
     * The same and nothing is written. Each batch is compared with what is registered, and not with the file's other batches.
     *
     * @param faults takes what is wrong, in the file's order
     */
    ImportCounts rehearse(
            OperatorId operator,
            ImportFile file,
            int batch,
            Consumer<ImportProgress> progress,
            Consumer<RowFault> faults);

    /** An import of this operator. */
    Optional<ImportCounts> find(OperatorId operator, UUID id);

    /** What was wrong, in the file's order: the first 100,000 faults. Empty where the operator has no such import. */
    List<RowFault> faults(OperatorId operator, UUID id);

    /**
     * How far an import is.
     *
     * @param rows rows done, with those of earlier attempts
     * @param done of the file, 0 to 1
     */
    record ImportProgress(long rows, double done) {}
}
