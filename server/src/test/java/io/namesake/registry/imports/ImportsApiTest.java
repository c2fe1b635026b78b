package io.namesake.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@NamesakeTest
class ImportsApiTest {
    private static final String HEADER = "line,service,family_name,document_number,birth_date\r\n";

    @Autowired
    TestHttp http;

    @Test
    void an_operator_sends_its_lines_and_reads_what_was_wrong() {
        var csv = HEADER + "+8613800138901,MOBILE,Made,E1234,1980-01-01\r\nSecretLine,MOBILE,Made,E1234,1980-01-01\r\n";
        var answer = Objects.requireNonNull(http.operator()
                .post()
                .uri("/v1/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(body(csv))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CREATED)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());

        assertThat(answer.get("imported")).isEqualTo(1);
        assertThat(answer.get("refused")).isEqualTo(1);
        var report = http.operator()
                .get()
                .uri("/v1/imports/{id}/report", answer.get("id"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(report).contains("2,line,LINE_INVALID,").doesNotContain("Secret");
        http.operator()
                .get()
                .uri("/v1/lines/{line}", "+8613800138901")
                .exchange()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UNVERIFIED");
    }

    @Test
    void a_file_that_is_no_csv_of_lines_is_a_problem() {
        http.operator()
                .post()
                .uri("/v1/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(body("PAR1 and so on"))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/import-file-invalid");
    }

    @Test
    void an_import_of_nobody_is_unknown() {
        http.operator()
                .get()
                .uri("/v1/imports/{id}", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static MultiValueMap<String, Object> body(String csv) {
        var body = new LinkedMultiValueMap<String, Object>();
        body.add("file", new ByteArrayResource(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "lines.csv";
            }
        });
        return body;
    }
}
