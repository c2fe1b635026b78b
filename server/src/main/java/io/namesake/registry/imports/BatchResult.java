package io.namesake.registry.imports;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param rows how many were read
 * @param imported lines that are new
 * @param unchanged rows that said what is registered already
 * @param refused rows that were not taken over
 * @param holdersMade persons not known before
 * @param faults what was wrong; a row may have several
 */
record BatchResult(long rows, long imported, long unchanged, long refused, long holdersMade, List<RowFault> faults) {}
