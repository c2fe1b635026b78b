package io.namesake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for 32 random bytes wherever they may lie: as they are, as hexadecimal digits, as base64 at whatever offset, and within
 * whatever was compressed by zlib or gzip. Pieces of them count too: PostgreSQL's own compression cuts what it cannot compress
 * into groups of eight.
 */
public final class MarkerScan {
    /** Eight random bytes are found by chance once in 2^64 places. */
    private static final int RAW = 8;

    private static final int TEXT = 16;
    private static final int MOST_INFLATED = 64 << 20;
    private static final int FILTER = 1 << 16;

    private final Map<Long, List<byte[]>> pieces = new HashMap<>();
    private final BitSet beginnings = new BitSet(FILTER);
    private final Set<String> found = new TreeSet<>();

    public MarkerScan(byte[] marker) {
        addPieces(marker, RAW);
        addPieces(HexFormat.of().formatHex(marker).getBytes(StandardCharsets.US_ASCII), TEXT);
        addPieces(HexFormat.of().withUpperCase().formatHex(marker).getBytes(StandardCharsets.US_ASCII), TEXT);
        for (int before = 0; before < 3; before++) {
            var shifted = ByteBuffer.allocate(before + marker.length)
                    .position(before)
                    .put(marker)
                    .array();
            for (var base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                var encoded = base64.encode(shifted);
                // The first and the last signs depend on what stands beside the marker.
                addPieces(Arrays.copyOfRange(encoded, 4, encoded.length - 4), TEXT);
            }
        }
    }

    /** Where it was found, in words. */
    public Set<String> found() {
        return found;
    }

    /** Every file below the folder. */
    public MarkerScan folder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                try {
                    bytes("file " + folder.relativize(file), Files.readAllBytes(file));
                } catch (NoSuchFileException e) {
                    // PostgreSQL recycles files while it runs.
                    continue;
                }
            }
        }
        return this;
    }

    /**
     * The files below a folder that others use, too, such as that of temporary files: those written since then, as far as they can
     * be read.
     */
    public MarkerScan filesSince(Path folder, Instant since) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && attributes.size() <= MOST_INFLATED
                        && !attributes.lastModifiedTime().toInstant().isBefore(since)) {
                    try {
                        bytes("temporary file " + folder.relativize(file), Files.readAllBytes(file));
                    } catch (IOException e) {
                        // It is gone again, or another's.
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return this;
    }

    /** Every row of every table, as text and each binary value as it is. */
    public MarkerScan database(Connection connection) throws SQLException {
        for (var table : tables(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select t::text, t.* from " + table + " t")) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    bytes("rows of " + table, rows.getString(1).getBytes(StandardCharsets.UTF_8));
                    for (int column = 2; column <= columns; column++) {
                        if (rows.getObject(column) instanceof byte[] value) {
                            bytes("values in " + table, value);
                        }
                    }
                }
            }
        }
        return this;
    }

    public MarkerScan bytes(String where, byte[] content) {
        if (holdsPiece(content)) {
            found.add(where);
        }
        for (int at = 0; at + 2 < content.length; at++) {
            boolean zlib = content[at] == 0x78 && ((content[at] & 0xff) << 8 | content[at + 1] & 0xff) % 31 == 0;
            boolean gzip = content[at] == 0x1f && content[at + 1] == (byte) 0x8b && content[at + 2] == 8;
            if (zlib && holdsPiece(inflated(content, at, false))
                    || gzip && holdsPiece(inflated(content, at + 10, true))) {
                found.add(where + ", compressed");
            }
        }
        return this;
    }

    private boolean holdsPiece(byte[] content) {
        long window = 0;
        for (int at = 0; at < content.length; at++) {
            window = window << 8 | content[at] & 0xff;
            if (at >= RAW - 1 && beginnings.get((int) (window >>> 48)) && isPiece(window, content, at - RAW + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPiece(long window, byte[] content, int from) {
        return pieces.getOrDefault(window, List.of()).stream()
                .anyMatch(piece -> from + piece.length <= content.length
                        && Arrays.equals(content, from, from + piece.length, piece, 0, piece.length));
    }

    private void addPieces(byte[] text, int length) {
        for (int from = 0; from + length <= text.length; from++) {
            var piece = Arrays.copyOfRange(text, from, from + length);
            long beginning = ByteBuffer.wrap(piece).getLong();
            pieces.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(piece);
            beginnings.set((int) (beginning >>> 48));
        }
    }

    private static byte[] inflated(byte[] content, int from, boolean withoutHeader) {
        var out = new ByteArrayOutputStream();
        try (var inflater = new Inflater(withoutHeader)) {
            inflater.setInput(content, from, content.length - from);
            var some = new byte[8192];
            for (int n = inflater.inflate(some); n > 0 && out.size() < MOST_INFLATED; n = inflater.inflate(some)) {
                out.write(some, 0, n);
            }
        } catch (DataFormatException e) {
            // It was none, or ends in the middle; what came out so far counts.
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname <> 'information_schema'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
