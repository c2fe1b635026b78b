package io.namesake.registry.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A file of lines: CSV, or Parquet where it begins as one. */
public abstract sealed class ImportFile {
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    /** A file on this machine, of either format and any size. */
    public static ImportFile of(Path path) {
        return new Stored(path);
    }

    /**
     * What came over the network, as CSV and nothing else. Parquet's pages tell their sizes only when they are opened, and the
     * compressions that people use with it are native code: neither is for strangers.
     */
    public static ImportFile uploaded(byte[] csv) {
        return new Uploaded(csv.clone());
    }

    /** What the file is known by when it comes again: hexadecimal, 64 digits. */
    String sha256() {
        try (var in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its rows after the first ones. @throws ImportFileInvalid when it has no header that names the columns */
    abstract RowSource rowsAfter(long skipped);

    abstract InputStream open() throws IOException;

    private static final class Stored extends ImportFile {
        private final Path path;

        private Stored(Path path) {
            this.path = path;
        }

        @Override
        InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        RowSource rowsAfter(long skipped) {
            try {
                return isParquet()
                        ? new ParquetRows(path, skipped)
                        : new CsvRows(open(), Math.max(1, Files.size(path)), skipped);
            } catch (IOException e) {
                throw new UncheckedIOException("The file cannot be read", e);
            }
        }

        private boolean isParquet() throws IOException {
            try (var in = open()) {
                return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
            }
        }
    }

    private static final class Uploaded extends ImportFile {
        private final byte[] csv;

        private Uploaded(byte[] csv) {
            this.csv = csv;
        }

        @Override
        InputStream open() {
            return new ByteArrayInputStream(csv);
        }

        @Override
        RowSource rowsAfter(long skipped) {
            return new CsvRows(open(), Math.max(1, csv.length), skipped);
        }
    }
}
