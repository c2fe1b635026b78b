package io.namesake.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.audit.ExportProver;
import io.namesake.audit.ExportProver.Proving;
import io.namesake.audit.ExportVerifier;
import io.namesake.audit.ProofVerification;
import io.namesake.audit.ProofVerification.NotProven;
import io.namesake.audit.ProofVerification.Proven;
import io.namesake.audit.ProofVerification.Unreadable;
import io.namesake.audit.ProofVerifier;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Proofs that are taken out of an export, before both verifiers. */
class ProofFilesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<VerifierKey> KEYS = List.of(SignedLog.KEY.verifier());

    @TempDir
    static Path folder;

    private static ExportProver prover;
    private static SignedCheckpoint older;

    @BeforeAll
    static void an_export_of_eleven_entries() throws Exception {
        var log = new SignedLog().append(7).sign();
        older = log.table.newest().orElseThrow().signed();
        log.append(4).sign();
        prover = new ExportProver(new ExportVerifier(log.export(folder.resolve("log.jsonl")), KEYS, Optional.empty()));
    }

    @Test
    void every_entry_has_a_proof_that_both_verifiers_accept() throws Exception {
        for (int seq = 1; seq <= 11; seq++) {
            assertThat(agreed(proof(prover.inclusion(seq)), KEYS, Optional.empty()))
                    .isEqualTo(new Proven("Entry %d is in the log of 11 entries that lines.example.com/audit signed."
                            .formatted(seq)));
        }
    }

    @Test
    void the_log_grew_out_of_every_shorter_one_and_out_of_the_checkpoint_that_was_kept() throws Exception {
        for (int from = 1; from <= 11; from++) {
            var proof = proof(prover.consistency(from));
            assertThat(agreed(proof, KEYS, Optional.empty())).isInstanceOf(Proven.class);
            assertThat(agreed(proof, KEYS, Optional.of(older)))
                    .isInstanceOf(from == 7 ? Proven.class : NotProven.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 12, Long.MAX_VALUE})
    void there_is_no_proof_of_what_is_not_there(long seq) throws Exception {
        assertThat(prover.inclusion(seq)).isEqualTo(new Proving.TooShort(11));
        assertThat(prover.consistency(seq)).isEqualTo(new Proving.TooShort(11));
    }

    @Test
    void nothing_is_proved_out_of_a_broken_export() throws Exception {
        var broken = Files.writeString(
                folder.resolve("broken.jsonl"),
                Files.readString(prover.export().file()).replaceFirst("REFUSED", "VERIFIED"));
        assertThat(new ExportProver(new ExportVerifier(broken, KEYS, Optional.empty())).inclusion(5))
                .isInstanceOf(Proving.NotProvable.class);
        var garbage = Files.writeString(folder.resolve("garbage.jsonl"), "x");
        assertThat(new ExportProver(new ExportVerifier(garbage, KEYS, Optional.empty())).consistency(5))
                .isInstanceOf(Proving.NotProvable.class);
    }

    @Test
    void a_proof_is_nothing_by_another_key() throws Exception {
        var stranger = io.namesake.audit.note.SigningKey.generate(
                SignedLog.KEY.verifier().name(), new java.security.SecureRandom());
        assertThat(agreed(proof(prover.inclusion(5)), List.of(stranger.verifier()), Optional.empty()))
                .isInstanceOf(NotProven.class);
        assertThat(agreed(proof(prover.consistency(7)), List.of(stranger.verifier()), Optional.empty()))
                .isInstanceOf(NotProven.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "REFUSED | VERIFIED",
                "\"seq\":5 | \"seq\":6",
                "\\n11\\n | \\n12\\n",
                "\"proof\":[\" | \"proof\":[\""
                        + "00000000000000000000000000000000000000000000000000000000000000aa\",\""
            })
    void a_proof_of_an_entry_in_which_something_was_changed_proves_nothing(String what, String to) throws Exception {
        var proof = proof(prover.inclusion(5));
        assertThat(proof).contains(what);
        assertThat(agreed(proof.replace(what, to), KEYS, Optional.empty())).isInstanceOf(NotProven.class);
    }

    @Test
    void a_proof_of_consistency_from_another_root_or_size_proves_nothing() throws Exception {
        var proof = proof(prover.consistency(7));
        assertThat(agreed(proof.replace("\"from\":7", "\"from\":6"), KEYS, Optional.empty()))
                .isInstanceOf(NotProven.class);
        assertThat(agreed(proof.replaceFirst("\"fromRoot\":\"..", "\"fromRoot\":\"0a"), KEYS, Optional.empty()))
                .isInstanceOf(NotProven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "x", "\"fromRoot\"", "null", "{\"fromRoot\":1}"})
    void what_is_no_proof_is_refused(String text) throws Exception {
        assertThat(agreed(text, KEYS, Optional.empty())).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_proof_of_another_shape_is_refused() throws Exception {
        var proof = proof(prover.inclusion(5));
        for (var other : List.of(
                proof + "\n" + proof,
                proof.replace("proof-1", "proof-2"),
                proof.replace("inclusion", "consistency"),
                proof.replace("{\"seq\":5,", "{\"seq\":5,\"seq\":5,"),
                proof.replace("{\"seq\":5,", "{"),
                proof.replace("\"proof\":[", "\"proof\":[" + ("\"" + "0".repeat(64) + "\",").repeat(128)),
                proof.replace("\"proof\":[\"", "\"proof\":[\"A"),
                " ".repeat(1 << 20) + proof)) {
            assertThat(agreed(other, KEYS, Optional.empty())).isInstanceOf(Unreadable.class);
        }
    }

    private static String proof(Proving proving) {
        return JSON.writeValueAsString(((Proving.Proved) proving).proof());
    }

    /** What both verifiers say. */
    private static ProofVerification agreed(String proof, List<VerifierKey> keys, Optional<SignedCheckpoint> since)
            throws Exception {
        var ours = new ProofVerifier(keys, since).verify(proof.getBytes(StandardCharsets.UTF_8));
        var arguments = new ArrayList<>(List.of(
                "verify-proof",
                Files.writeString(folder.resolve("proof.json"), proof).toString()));
        keys.forEach(key -> Collections.addAll(arguments, "--key", key.text()));
        if (since.isPresent()) {
            Collections.addAll(
                    arguments,
                    "--since",
                    Files.writeString(folder.resolve("kept"), since.get().note())
                            .toString());
        }
        var said = PythonVerifier.run(arguments.toArray(String[]::new));
        switch (ours) {
            case Proven(var statement) -> {
                assertThat(said.out()).isEqualTo(statement + "\n");
                assertThat(said.exitCode()).isZero();
            }
            case NotProven(var explanation) -> {
                assertThat(said.out()).isEqualTo("Nothing is proved.\n" + explanation + "\n");
                assertThat(said.exitCode()).isEqualTo(1);
            }
            case Unreadable(var explanation) -> {
                assertThat(said.err()).isEqualTo(explanation + "\n");
                assertThat(said.exitCode()).isEqualTo(65);
            }
        }
        return ours;
    }
}
