package io.namesake.registry.imports;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import dev.hardwood.schema.FileSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A flat Parquet file with the same columns: texts, where dates may also be DATE, times TIMESTAMP and {@code machine} BOOLEAN. */
final class ParquetRows implements RowSource {
    /** Of a row group before compression; writers make them of 128 MiB or less. */
    private static final long LARGEST_GROUP = 512L * 1024 * 1024;

    private static final int MOST_GROUPS = 20_000;
    private static final Set<CompressionCodec> CODECS = EnumSet.of(
            CompressionCodec.UNCOMPRESSED, CompressionCodec.GZIP, CompressionCodec.SNAPPY, CompressionCodec.ZSTD);

    private final ParquetFileReader file;
    private final RowReader rows;
    private final ImportColumn[] columns;
    private final String[] names;
    private final long total;
    private long number;

    ParquetRows(Path path, long skipped) {
        try {
            this.file = ParquetFileReader.open(InputFile.of(path));
        } catch (IOException | RuntimeException e) {
            throw new ImportFileInvalid("The file begins like Parquet, and cannot be read as that");
        }
        try {
            bound(file.getFileMetaData());
            this.names = names(file.getFileSchema());
            this.columns = CsvRows.columns(names);
            this.total = file.getFileMetaData().numRows();
            this.number = Math.min(skipped, total);
            this.rows = file.buildRowReader().skip(number).build();
        } catch (RuntimeException e) {
            closeFile();
            throw e instanceof ImportFileInvalid invalid
                    ? invalid
                    : new ImportFileInvalid("The file begins like Parquet, and cannot be read as that");
        }
    }

    private static void bound(FileMetaData data) {
        if (data.rowGroups().size() > MOST_GROUPS) {
            throw new ImportFileInvalid("The file has more than " + MOST_GROUPS + " row groups");
        }
        for (RowGroup group : data.rowGroups()) {
            long size = 0;
            for (ColumnChunk chunk : group.columns()) {
                if (!CODECS.contains(chunk.metaData().codec())) {
                    throw new ImportFileInvalid("The columns must be plain, or compressed with gzip, snappy or zstd");
                }
                size += chunk.metaData().totalUncompressedSize();
            }
            if (size > LARGEST_GROUP) {
                throw new ImportFileInvalid("A row group has more than 512 MiB; write smaller ones");
            }
        }
    }

    private static String[] names(FileSchema schema) {
        if (!schema.isFlatSchema()) {
            throw new ImportFileInvalid("The columns must be plain values, not lists or structures");
        }
        return schema.getColumns().stream().map(ColumnSchema::name).toArray(String[]::new);
    }

    @Override
    public @Nullable RawRow next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            rows.next();
            number++;
            var values = new String[ImportColumn.values().length];
            for (int i = 0; i < columns.length; i++) {
                values[columns[i].ordinal()] = rows.isNull(names[i]) ? "" : text(rows.getValue(names[i]), columns[i]);
            }
            return new RawRow(number, values);
        } catch (ImportFileInvalid e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ImportFileInvalid(
                    "After row " + number + ": the file is damaged, or has another encoding than we read");
        }
    }

    private static String text(Object value, ImportColumn column) {
        return switch (value) {
            case String text -> text;
            case LocalDate date -> date.toString();
            case Instant time -> time.toString();
            case Boolean yes -> yes.toString();
            default -> throw new ImportFileInvalid("The column " + column.heading() + " must be of type STRING");
        };
    }

    @Override
    public double done() {
        return total == 0 ? 1 : (double) number / total;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } finally {
            closeFile();
        }
    }

    private void closeFile() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
