package io.namesake.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MigratedDatabase;
import io.namesake.access.OperatorId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineImportsTest {
    private static final String HEADER =
            "line,service,family_name,given_names,document_number,issuing_state,personal_number,birth_date,held_from,machine,iccid\r\n";
    private static final MigratedDatabase DATABASE = MigratedDatabase.create();

    @TempDir
    private Path folder;

    private final OperatorId operator = new OperatorId(UUID.randomUUID());
    private StandaloneImports standalone;
    private LineImports imports;

    @BeforeEach
    void open() {
        standalone = StandaloneImports.open(
                DATABASE.dataSource(), Map.of("namesake.data-dir", folder.toString(), "namesake.database.url", ""));
        imports = standalone.imports();
    }

    @AfterEach
    void close() {
        standalone.close();
    }

    @Test
    void rows_become_unverified_lines_and_one_person_is_one_holder() throws IOException {
        var tag = tag();
        var counts = run(file(row(1, tag + 1), row(2, tag + 1), row(3, tag + 2)), 10);

        assertThat(counts.imported()).isEqualTo(3);
        assertThat(counts.holdersMade()).isEqualTo(2);
        assertThat(counts.finishedAt()).isNotNull();
        assertThat(DATABASE.jdbc()
                        .sql("""
                        select count(*) from line join holding on holding.id = line.holding_id
                            join holder on holder.id = holding.holder_id
                        where line.operator_id = :operator and line.status = 'UNVERIFIED' and holding.cause = 'IMPORT'
                          and holding.verified_at is null and holder.verified_at is null and held_from = '2020-01-02Z'
                        """)
                        .param("operator", operator.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(
                        number(
                                "select count(*) from line_equipment join line on line.id = line_id where operator_id = :operator"))
                .isEqualTo(3);
    }

    @Test
    void what_is_wrong_is_told_by_row_and_column_and_never_repeated() throws IOException {
        var file = file(
                row(1, tag()),
                "secret-line,MOBILE,Secretname,,12,,,1980-01-01,,,",
                "+8613800138777,MOBILE,,,12,XX,,1880-01-01,tomorrow,maybe,123",
                "+8613800138777,PIGEON,A,,--,,77,2999-01-01,tomorrow,maybe,123");
        var counts = run(file, 2);

        assertThat(counts.imported()).isEqualTo(1);
        assertThat(counts.refused()).isEqualTo(3);
        var faults = imports.faults(operator, counts.id());
        assertThat(faults)
                .contains(
                        new RowFault(2, ImportColumn.LINE, ImportFault.LINE_INVALID),
                        new RowFault(3, ImportColumn.FAMILY_NAME, ImportFault.MISSING),
                        new RowFault(4, ImportColumn.SERVICE, ImportFault.SERVICE_UNKNOWN),
                        new RowFault(4, ImportColumn.DOCUMENT_NUMBER, ImportFault.DOCUMENT_NUMBER_INVALID),
                        new RowFault(4, ImportColumn.ISSUING_STATE, ImportFault.STATE_MISSING),
                        new RowFault(4, ImportColumn.BIRTH_DATE, ImportFault.DATE_IMPOSSIBLE),
                        new RowFault(4, ImportColumn.HELD_FROM, ImportFault.DATE_INVALID),
                        new RowFault(4, ImportColumn.MACHINE, ImportFault.MACHINE_INVALID),
                        new RowFault(4, ImportColumn.ICCID, ImportFault.DIGITS_INVALID));
        assertThat(counts.faults().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(faults.size());
        var report = new StringBuilder();
        try (var csv = new ImportReport(report)) {
            for (var fault : faults) {
                csv.add(fault);
            }
        }
        assertThat(report).startsWith("row,column,code,sentence\r\n").doesNotContainIgnoringCase("secret");
    }

    @Test
    void the_same_rows_again_change_nothing() throws IOException {
        var file = file(row(1, tag()), row(2, tag()));
        run(file, 10);
        var again = run(file, 1);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.imported() + again.refused() + again.holdersMade()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void an_import_that_was_killed_goes_on_where_it_was(int dead) throws IOException {
        var tag = tag();
        var file = file(IntStream.range(0, 100)
                .mapToObj(i -> i % 10 == 9 ? "nothing,MOBILE,A,B,1,,,1980-01-01,,," : row(i, tag + i / 2))
                .toArray(String[]::new));
        assertThatThrownBy(() -> imports.run(operator, ImportFile.of(file), 10, progress -> {
                    if (progress.rows() == dead * 10L) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(lines()).isEqualTo(dead * 9);

        var counts = run(file, 13);

        assertThat(counts.rows()).isEqualTo(100);
        assertThat(counts.imported()).isEqualTo(90);
        assertThat(counts.refused()).isEqualTo(10);
        assertThat(counts.unchanged()).isZero();
        assertThat(counts.holdersMade()).isEqualTo(50);
        assertThat(lines()).isEqualTo(90);
        assertThat(imports.faults(operator, counts.id()))
                .extracting(RowFault::row)
                .hasSize(10)
                .startsWith(10L, 20L);
    }

    @Test
    void what_is_known_of_a_verified_person_stays_as_it_is() throws IOException {
        var tag = tag();
        run(file(row(1, tag)), 10);
        DATABASE.jdbc().sql("update holder set verified_at = now()").update();
        var before = DATABASE.jdbc()
                .sql("select sealed_details from holder")
                .query(byte[].class)
                .list();
        int hashes = number("select count(*) from holder_index where :operator is not null");

        var counts = run(file(row(2, tag).replace(",Up,", ",Otherwise,").replace("CHN,,", "CHN,4711,")), 10);

        assertThat(counts.imported()).isEqualTo(1);
        assertThat(counts.holdersMade()).isZero();
        assertThat(DATABASE.jdbc()
                        .sql("select sealed_details from holder")
                        .query(byte[].class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(number("select count(*) from holder_index where :operator is not null"))
                .isEqualTo(hashes);
    }

    @Test
    void a_line_that_is_registered_otherwise_is_left_alone() throws IOException {
        DATABASE.jdbc().sql("""
                        insert into line (id, operator_id, service, identifier, status, since, application_id)
                        values (gen_random_uuid(), :operator, 'MOBILE', '+8613800138001', 'PENDING', now(), gen_random_uuid())
                        """).param("operator", operator.value()).update();
        var counts = run(file(row(1, tag()), row(2, tag()), row(2, tag())), 10);

        assertThat(counts.imported()).isEqualTo(1);
        assertThat(counts.faults()).containsExactly(Map.entry("LINE_EXISTS", 2L));
        assertThat(number("select count(*) from line where operator_id = :operator and status = 'PENDING'"))
                .isEqualTo(1);
    }

    @Test
    void a_quotation_mark_that_is_never_closed_ends_the_import_after_the_rows_before() throws IOException {
        var file = file(row(1, tag()), "\"" + "x".repeat(200_000));

        assertThatThrownBy(() -> run(file, 10))
                .isInstanceOf(ImportFileInvalid.class)
                .hasMessageContaining("64 KiB");
        assertThat(lines()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "line\r\n", "line,line\r\n", "surname\r\n", "\uFEFFline,service\r\n"})
    void a_file_without_the_columns_is_refused(String text) throws IOException {
        var file = Files.writeString(folder.resolve("lines.csv"), text);

        assertThatThrownBy(() -> run(file, 10)).isInstanceOf(ImportFileInvalid.class);
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() throws IOException {
        var file = Files.write(
                folder.resolve("lines.csv"), (HEADER + row(1, "1") + "é").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> run(file, 10))
                .isInstanceOf(ImportFileInvalid.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed"})
    void parquet_is_read_like_csv(String codec) throws URISyntaxException {
        var file = Path.of(Objects.requireNonNull(getClass().getResource("lines-" + codec + ".parquet"))
                .toURI());
        assertThatThrownBy(() -> imports.run(operator, ImportFile.of(file), 30, progress -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        var counts = run(file, 30);

        assertThat(counts.rows()).isEqualTo(100);
        assertThat(counts.imported()).isEqualTo(100);
        assertThat(
                        number(
                                "select count(*) from line join holding on holding.line_id = line.id where operator_id = :operator and machine"))
                .isEqualTo(10);
        assertThat(
                        number(
                                "select count(distinct holder_id) from line join holding on holding.line_id = line.id where operator_id = :operator"))
                .isEqualTo(50);
    }

    @Test
    void a_damaged_parquet_file_is_refused() throws IOException, URISyntaxException {
        var whole = Files.readAllBytes(Path.of(Objects.requireNonNull(getClass().getResource("lines-snappy.parquet"))
                .toURI()));
        for (int at : new int[] {10, 200, whole.length / 2, whole.length - 20}) {
            var damaged = whole.clone();
            for (int i = at; i < Math.min(whole.length, at + 8); i++) {
                damaged[i] ^= 0x55;
            }
            var file = Files.write(folder.resolve("damaged.parquet"), damaged);
            try {
                imports.rehearse(operator, ImportFile.of(file), 10, progress -> {}, fault -> {});
            } catch (ImportFileInvalid e) {
                assertThat(e).hasMessageNotContaining("Made");
            }
        }
        var cut = Files.write(folder.resolve("cut.parquet"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> run(cut, 10)).isInstanceOf(ImportFileInvalid.class);
    }

    @Test
    void a_rehearsal_says_what_would_happen_and_writes_nothing() throws IOException {
        var faults = new ArrayList<RowFault>();
        var counts = imports.rehearse(
                operator,
                ImportFile.of(file(row(1, tag()), "x,MOBILE,A,B,1,,,1980-01-01,,,")),
                1,
                progress -> {},
                faults::add);

        assertThat(counts.imported()).isEqualTo(1);
        assertThat(faults).containsExactly(new RowFault(2, ImportColumn.LINE, ImportFault.LINE_INVALID));
        assertThat(lines()).isZero();
        assertThat(number("select count(*) from line_import where operator_id = :operator"))
                .isZero();
    }

    @Test
    void the_audit_log_has_each_batch_in_numbers() throws IOException {
        var tag = tag();
        var counts = run(file(row(1, tag), row(2, tag), row(3, tag)), 2);
        List<String> entries = DATABASE.jdbc()
                .sql("select type || ' ' || details from audit_entry where subject_id = :id order by seq")
                .param("id", counts.id().toString())
                .query(String.class)
                .list();

        assertThat(entries).hasSize(3);
        assertThat(entries.getFirst()).startsWith("lines.imported").contains("\"imported\":\"2\"");
        assertThat(entries.getLast()).startsWith("lines.import-finished").contains("\"rows\":\"3\"");
        assertThat(String.join("", entries)).doesNotContain("Made", "13800138", tag);
    }

    private ImportCounts run(Path file, int batch) {
        return imports.run(operator, ImportFile.of(file), batch, progress -> {});
    }

    private int lines() {
        return number("select count(*) from line where operator_id = :operator");
    }

    private int number(String sql) {
        return DATABASE.jdbc()
                .sql(sql)
                .param("operator", operator.value())
                .query(Integer.class)
                .single();
    }

    private static String tag() {
        return "X"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    private static String row(int line, String document) {
        return "+8613800138%03d,MOBILE,Made,Up,%s,CHN,,1980-01-01,2020-01-02,,8986012345678901234"
                .formatted(line, document);
    }

    private Path file(String... rows) throws IOException {
        return Files.writeString(
                folder.resolve("lines-" + UUID.randomUUID() + ".csv"),
                HEADER + java.util.Arrays.stream(rows).collect(Collectors.joining("\r\n")));
    }
}
