package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a specimen wallet shows is made and judged by the commands themselves. */
class WalletDocumentTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void specimen() throws IOException {
        try (InputStream sample = getClass().getResourceAsStream("/io/namesake/models/samples/a-document.jpg")) {
            Files.copy(sample, folder.resolve("me.jpg"));
        }
        assertThat(run("specimen", "wallet", "--portrait", in("me.jpg"), "--out", folder.toString()))
                .isZero();
        assertThat(out.toString()).contains("Try: ./namesake document");
        out.getBuffer().setLength(0);
    }

    @Test
    void an_mdoc_is_authenticated_when_its_authority_and_the_conversation_are_named() {
        assertThat(run(
                        "document",
                        in("mdoc.cbor"),
                        "--iaca",
                        in("specimen-iaca.cer"),
                        "--transcript",
                        in("transcript.cbor")))
                .isZero();
        assertThat(out.toString()).contains("Anna Maria Specimen", "AUTHENTICATED, strength STRONG");
    }

    @Test
    void without_the_conversation_or_the_authority_it_is_read_only() {
        assertThat(run("document", in("mdoc.cbor"), "--iaca", in("specimen-iaca.cer")))
                .isEqualTo(2);
        assertThat(run("document", in("mdoc.cbor"), "--transcript", in("transcript.cbor")))
                .isEqualTo(2);
        assertThat(run("document", in("sd-jwt.txt"), "--iaca", in("specimen-iaca.cer")))
                .isEqualTo(2);
    }

    @Test
    void an_sd_jwt_is_authenticated_for_the_request_that_it_answers_and_refused_for_another() {
        String[] call = {
            "document",
            in("sd-jwt.txt"),
            "--iaca",
            in("specimen-iaca.cer"),
            "--audience",
            "specimen",
            "--nonce",
            "specimen"
        };
        assertThat(run(call)).isZero();
        call[call.length - 1] = "another";
        assertThat(run(call)).isEqualTo(1);
        assertThat(run("document", in("sd-jwt.txt"), "--nonce", "specimen")).isEqualTo(64);
    }

    @Test
    void a_credential_is_refused_when_the_list_that_it_names_says_that_it_was_revoked_or_suspended() {
        assertThat(shownWithStatus("VALID", "status-list.cwt")).isZero();
        assertThat(shownWithStatus("INVALID", "status-list.cwt")).isEqualTo(1);
        assertThat(out.toString()).contains("its issuer has revoked it");
        assertThat(shownWithStatus("SUSPENDED", "status-list.jwt")).isEqualTo(1);
        assertThat(out.toString()).contains("its issuer has suspended it");
        // A file that is no list says nothing, neither good nor bad.
        assertThat(shownWithStatus("VALID", "me.jpg")).isEqualTo(65);
    }

    private int shownWithStatus(String status, String list) {
        run("specimen", "wallet", "--portrait", in("me.jpg"), "--status", status, "--out", folder.toString());
        return run(
                "document",
                in("mdoc.cbor"),
                "--iaca",
                in("specimen-iaca.cer"),
                "--transcript",
                in("transcript.cbor"),
                "--status-list",
                in(list));
    }

    @Test
    void later_the_credential_is_over() {
        assertThat(run(
                        "document",
                        in("mdoc.cbor"),
                        "--iaca",
                        in("specimen-iaca.cer"),
                        "--transcript",
                        in("transcript.cbor"),
                        "--at",
                        "2046-01-01T00:00:00Z"))
                .isEqualTo(1);
    }

    @Test
    void the_response_of_the_standard_is_read_with_every_attribute_as_signed() {
        Path shared = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data/chips/mdoc"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(shared != null, "the shared data is not on this machine");
        assertThat(run(
                        "document",
                        shared.resolve("iso18013-5_annexD_device_response.bin").toString(),
                        "--iaca",
                        shared.resolve("iso18013-5_annexD_iaca.cer").toString(),
                        "--at",
                        "2021-03-01T12:00:00Z"))
                .isEqualTo(2);
        assertThat(out.toString()).contains("Doe", "6 attributes as signed", "READ, NOT AUTHENTICATED");
    }

    private String in(String file) {
        return folder.resolve(file).toString();
    }

    private int run(String... arguments) {
        CommandLine line = Namesake.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(new StringWriter()));
        return line.execute(arguments);
    }
}
