package io.namesake.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file in prepared batches. While one batch is written the next one is read and prepared, on as many threads as
 * there are processors; never more than two batches are in memory.
 */
final class PreparedBatches implements AutoCloseable {
    private final RowSource rows;
    private final Preparation preparation;
    private final int size;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    private @Nullable Started ahead;

    PreparedBatches(RowSource rows, Preparation preparation, int size) {
        this.rows = rows;
        this.preparation = preparation;
        this.size = size;
        this.ahead = start();
    }

    /** @param done of the file, 0 to 1 */
    record Batch(long rowsBefore, int rows, Preparation.Prepared prepared, double done) {
        long lastRow() {
            return rowsBefore + rows;
        }
    }

    private record Started(
            long rowsBefore,
            int rows,
            List<Future<Preparation.Prepared>> parts,
            double done,
            @Nullable ImportFileInvalid end) {}

    /** The next batch, or null after the last. @throws ImportFileInvalid after the last row that made sense */
    @Nullable
    Batch next() {
        var now = ahead;
        if (now == null) {
            return null;
        }
        if (now.rows() == 0 && now.end() != null) {
            throw now.end();
        }
        ahead = now.end() == null ? start() : new Started(0, 0, List.of(), 1, now.end());
        return new Batch(now.rowsBefore(), now.rows(), joined(now.parts()), now.done());
    }

    private @Nullable Started start() {
        var parts = new ArrayList<Future<Preparation.Prepared>>();
        int part = Math.max(1, size / (2 * Runtime.getRuntime().availableProcessors()));
        var piece = new ArrayList<RawRow>();
        long first = 0;
        int count = 0;
        ImportFileInvalid end = null;
        try {
            for (RawRow row = null; count < size && (row = rows.next()) != null; count++) {
                first = count == 0 ? row.number() : first;
                piece.add(row);
                if (piece.size() == part) {
                    parts.add(prepare(piece));
                    piece = new ArrayList<>();
                }
            }
        } catch (ImportFileInvalid e) {
            end = e;
        }
        if (!piece.isEmpty()) {
            parts.add(prepare(piece));
        }
        return count == 0 && end == null ? null : new Started(first - 1, count, parts, rows.done(), end);
    }

    private Future<Preparation.Prepared> prepare(List<RawRow> piece) {
        return threads.submit(() -> preparation.prepare(piece));
    }

    private static Preparation.Prepared joined(List<Future<Preparation.Prepared>> parts) {
        var right = new ArrayList<PreparedRow>();
        var faults = new ArrayList<RowFault>();
        int wrong = 0;
        for (var part : parts) {
            var prepared = result(part);
            right.addAll(prepared.right());
            faults.addAll(prepared.faults());
            wrong += prepared.wrongRows();
        }
        return new Preparation.Prepared(right, faults, wrong);
    }

    private static Preparation.Prepared result(Future<Preparation.Prepared> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Rows could not be prepared", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        rows.close();
    }
}
