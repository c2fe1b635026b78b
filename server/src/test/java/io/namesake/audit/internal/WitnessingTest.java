package io.namesake.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.FallsSilent;
import io.namesake.audit.AuditVerification.Signed;
import io.namesake.audit.AuditVerifier;
import io.namesake.audit.ExportVerifier;
import io.namesake.audit.WitnessReport;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.WitnessKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Others see the log, and whoever checks it offline sees that they did. */
class WitnessingTest {
    private final SignedLog log = new SignedLog();
    private final TestWitness first = new TestWitness("first.example/w", SignedLog.KEY.verifier());
    private final TestWitness second = new TestWitness("second.example/w", SignedLog.KEY.verifier());

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void each_witness_cosigns_what_was_signed_last_once_and_proofs_lead_from_one_to_the_next() {
        var witnessing = witnessing();
        witnessing.tick();
        assertThat(first.asked).isEmpty();

        log.append(300).sign();
        witnessing.tick();
        witnessing.tick();
        log.append(400).sign();
        witnessing.tick();

        assertThat(first.asked).containsExactly(0L, 300L);
        assertThat(newest().cosignedBy(first.key)).contains(Instant.ofEpochSecond(TestWitness.SEEN_AT));
        assertThat(newest().cosignedBy(second.key)).isPresent();
        assertThat(log.table.ofSize(300).orElseThrow().signed().cosignedBy(first.key))
                .isPresent();
        assertThat(newest().isSignedBy(List.of(SignedLog.KEY.verifier()))).isTrue();
        assertThat(count("first.example/w", "cosigned")).isEqualTo(2);
    }

    @Test
    void a_witness_that_knows_another_size_is_asked_again_from_there() {
        log.append(5).sign();
        witnessing().tick();
        first.forgets();
        log.append(5).sign();

        witnessing().tick();

        assertThat(first.asked).containsExactly(0L, 5L, 0L);
        assertThat(newest().cosignedBy(first.key)).isPresent();
    }

    @Test
    void a_log_that_was_cut_off_and_went_on_otherwise_finds_no_witness() {
        log.append(10).sign();
        witnessing().tick();
        // Another log under the same name and key, as long as the first.
        var other = new SignedLog().append(3).sign().append(7).sign();
        new Witnessing(
                        List.of(first.client()),
                        other.table,
                        new CosignatureTable(other.database.jdbc()),
                        other.tree,
                        other.metrics,
                        other.clock)
                .tick();

        assertThat(other.table.newest().orElseThrow().signed().cosignedBy(first.key))
                .isEmpty();
        assertThat(other.metrics
                        .get("namesake.audit.cosignatures")
                        .tag("outcome", "refused")
                        .counter()
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "500, '', refused",
        "200, '', not-its-key",
        "200, 'Not a line at all', not-its-key",
        "409, 'many\n', refused",
        "409, '999999999999\n', knows-another",
        "302, '', refused"
    })
    void what_a_witness_says_counts_only_as_far_as_its_key_verifies_and_it_is_asked_again(
            int status, String body, String outcome) {
        log.append(5).sign();
        first.saysInstead(status, body.replace("\\n", "\n"));
        witnessing().tick();
        assertThat(newest().cosignedBy(first.key)).isEmpty();
        assertThat(newest().cosignedBy(second.key))
                .as("one does not hold up the other")
                .isPresent();
        assertThat(count("first.example/w", outcome)).isOne();

        first.saysWhatItShould();
        witnessing().tick();

        assertThat(newest().cosignedBy(first.key)).isPresent();
    }

    @Test
    @Timeout(30)
    void witnesses_that_begin_to_answer_and_fall_silent_are_waited_for_together_and_not_for_ever() throws Exception {
        log.append(5).sign();
        try (var silent = new FallsSilent()) {
            var clients = new ArrayList<Witness>();
            for (int i = 0; i < 5; i++) {
                var key = WitnessKey.of("silent-" + i + ".example/w", new byte[32]);
                clients.add(new HttpWitness(new WitnessSettings.Place(key, silent.url()), Duration.ofSeconds(2)));
            }
            clients.add(first.client());
            long begun = System.nanoTime();
            witnessingBy(clients).tick();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        }
        assertThat(newest().cosignedBy(first.key)).isPresent();
        assertThat(count("silent-4.example/w", "refused")).isOne();
    }

    @Test
    void a_signature_of_anothers_key_or_over_something_else_is_not_kept() throws Exception {
        log.append(5).sign();
        first.saysInstead(200, second.cosignature(newest(), TestWitness.SEEN_AT).replace("second", "first"));
        witnessing(first).tick();
        first.saysInstead(
                200,
                first.cosignature(new SignedLog().append(4).make(SignedLog.KEY).signed(), 5));
        witnessing(first).tick();
        assertThat(newest().signaturesOfOthers()).isZero();
        // Longer than any answer may be.
        first.saysInstead(200, first.cosignature(newest(), 5).repeat(200));
        witnessing(first).tick();
        assertThat(newest().signaturesOfOthers()).isZero();
    }

    @Test
    void two_verifiers_that_share_no_code_say_who_cosigned_an_export() throws Exception {
        log.append(4).sign();
        witnessing(first, second).tick();
        log.tomorrow().append(5).sign();
        witnessing(first).tick();
        var file = log.export(folder.resolve("export.jsonl"));
        var stranger = WitnessKey.of("first.example/w", new byte[32]);

        assertThat(agreed(file, List.of(first.key, second.key, stranger)))
                .containsExactly(
                        "The witness first.example/w saw this log at 2026-09-21T14:13:20Z.",
                        "The witness second.example/w did not cosign the newest checkpoint.",
                        "The witness first.example/w did not cosign the newest checkpoint.",
                        "Cosigned by 1 of 3 witnesses.");
        assertThat(agreed(file, List.of()))
                .containsExactly("Signatures of others under the newest checkpoint, not checked without --witness: 1");
        try (var connection = log.database.dataSource().getConnection()) {
            assertThat(AuditVerifier.newestCheckpoint(connection).orElseThrow().cosignedBy(first.key))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 253_402_300_800L})
    void a_time_that_is_none_makes_no_cosignature_for_either_verifier(long seconds) throws Exception {
        log.append(4).sign();
        new CosignatureTable(log.database.jdbc())
                .add(4, first.key, first.cosignature(newest(), seconds), log.clock.instant());
        assertThat(agreed(log.export(folder.resolve("export.jsonl")), List.of(first.key)))
                .last()
                .isEqualTo("Cosigned by 0 of 1 witnesses.");
    }

    @Test
    void what_witnesses_signed_is_kept_as_it_is() {
        log.append(4).sign();
        witnessing(first).tick();
        for (var sql : List.of("delete from audit_cosignature", "update audit_cosignature set line = 'x'")) {
            assertThatThrownBy(() -> log.database.jdbc().sql(sql).update()).hasMessageContaining("append-only");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "x https://w.example", "KEY", "KEY ftp://w.example", "KEY https://", "KEY https://a b"})
    void a_setting_that_names_no_witness_is_refused(String setting) {
        var settings = new WitnessSettings(List.of(setting.replace("KEY", first.key.text())), Duration.ofSeconds(9));
        assertThatThrownBy(settings::places).hasMessageContaining("namesake.audit.witnesses");
        assertThat(WitnessKey.parse(SignedLog.KEY.verifier().text()))
                .as("the key of a log is not that of a witness")
                .isEmpty();
        assertThat(WitnessKey.parse(first.key.text())).contains(first.key);
    }

    private List<String> agreed(Path file, List<WitnessKey> witnesses) throws Exception {
        var ours = (Signed) new ExportVerifier(file, List.of(SignedLog.KEY.verifier()), Optional.empty()).verify();
        var said = WitnessReport.of(ours.checkpoint(), witnesses);
        var arguments = new ArrayList<>(List.of(
                "verify", file.toString(), "--key", SignedLog.KEY.verifier().text()));
        witnesses.forEach(witness -> Collections.addAll(arguments, "--witness", witness.text()));
        var python = PythonVerifier.run(arguments.toArray(String[]::new));
        assertThat(python.exitCode()).as(python.toString()).isZero();
        assertThat(python.out().lines().skip(3)).containsExactlyElementsOf(said);
        return said;
    }

    private SignedCheckpoint newest() {
        return log.table.newest().orElseThrow().signed();
    }

    private Witnessing witnessing() {
        return witnessing(first, second);
    }

    private Witnessing witnessing(TestWitness... witnesses) {
        return witnessingBy(List.of(witnesses).stream().map(TestWitness::client).toList());
    }

    private Witnessing witnessingBy(List<Witness> clients) {
        return new Witnessing(
                clients, log.table, new CosignatureTable(log.database.jdbc()), log.tree, log.metrics, log.clock);
    }

    private double count(String witness, String outcome) {
        return log.metrics
                .get("namesake.audit.cosignatures")
                .tag("witness", witness)
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
