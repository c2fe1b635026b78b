package io.namesake.registry;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.access.OperatorId;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NamesakeTest
class LinesApiTest {
    @Autowired
    TestHttp http;

    @Autowired
    Lines lines;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_line_is_found_by_its_number_with_the_plus_as_it_is_or_encoded() {
        var application =
                reserve(testOperator(), Service.MOBILE, "+8613800138001").applicationId();

        for (var path : new String[] {"+8613800138001", "%2B8613800138001", "%2B86%20138-0013-8001"}) {
            http.operator()
                    .get()
                    .uri(address("/v1/lines/" + path))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.line")
                    .isEqualTo("+8613800138001")
                    .jsonPath("$.service")
                    .isEqualTo("MOBILE")
                    .jsonPath("$.status")
                    .isEqualTo("PENDING")
                    .jsonPath("$.since")
                    .isNotEmpty()
                    .jsonPath("$.applicationId")
                    .isEqualTo(application.toString())
                    .jsonPath("$.limits")
                    .isEmpty()
                    .jsonPath("$.quarantineUntil")
                    .isEmpty()
                    .jsonPath("$.length()")
                    .isEqualTo(7);
        }
    }

    @Test
    void an_internet_line_is_found_by_its_name() {
        reserve(testOperator(), Service.INTERNET, "王小明+1@fibre.example");

        http.operator()
                .get()
                .uri(address("/v1/lines/%E7%8E%8B%E5%B0%8F%E6%98%8E%2B1%40Fibre.example"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.line")
                .isEqualTo("王小明+1@fibre.example");
    }

    @Test
    void a_name_that_does_not_go_into_a_path_is_found_by_asking_the_list() {
        reserve(testOperator(), Service.INTERNET, "anna/100%@fibre.example");

        http.operator()
                .get()
                .uri(address("/v1/lines?line=anna%2F100%25%40fibre.example"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines.length()")
                .isEqualTo(1)
                .jsonPath("$.lines[0].line")
                .isEqualTo("anna/100%@fibre.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613999999999", "nobody%40fibre.example", "not%20a%20line", "%00"})
    void a_line_that_nobody_asked_for_is_unknown(String path) {
        http.operator()
                .get()
                .uri(address("/v1/lines/" + path))
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void an_unknown_line_is_answered_with_its_problem() {
        http.operator()
                .get()
                .uri(address("/v1/lines/+8613999999999"))
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("line-unknown");
    }

    @Test
    void a_line_of_another_operator_is_unknown() {
        reserve(new OperatorId(UUID.randomUUID()), Service.MOBILE, "+8613800138002");

        http.operator()
                .get()
                .uri(address("/v1/lines/+8613800138002"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void the_list_begins_with_the_line_that_changed_last_and_is_bounded() {
        reserve(testOperator(), Service.MOBILE, "+8613800138003");
        reserve(testOperator(), Service.MOBILE, "+8613800138004");
        var changed = reserve(testOperator(), Service.MOBILE, "+8613800138005");
        reserve(testOperator(), Service.MOBILE, "+8613800138006");
        transaction.executeWithoutResult(status -> lines.activate(
                testOperator(),
                changed.identifier(),
                changed.applicationId(),
                new HolderDetails("Wang", "Wu", "E1", LocalDate.of(2000, 1, 1))));

        http.operator()
                .get()
                .uri(address("/v1/lines?limit=2"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lines.length()")
                .isEqualTo(2)
                .jsonPath("$.lines[0].line")
                .isEqualTo("+8613800138005")
                .jsonPath("$.lines[0].status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.lines[1].line")
                .isEqualTo("+8613800138006");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "many"})
    void a_limit_out_of_range_is_refused(String limit) {
        http.operator()
                .get()
                .uri(address("/v1/lines?limit=" + limit))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("request-invalid");
    }

    @Test
    void nobody_but_an_operator_sees_lines() {
        http.anyone().get().uri(address("/v1/lines")).exchange().expectStatus().isUnauthorized();
        http.bearer("nsk_wrong")
                .get()
                .uri(address("/v1/lines/+8613800138001"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private Line reserve(OperatorId operator, Service service, String line) {
        return transaction.execute(
                status -> lines.reserve(operator, LineIdentifier.parse(service, line), UUID.randomUUID()));
    }

    private OperatorId testOperator() {
        return new OperatorId(jdbc.sql("select id from operator where name = :name")
                .param("name", TestOperator.NAME)
                .query(UUID.class)
                .single());
    }

    /** As it is, without the client's own encoding. */
    private URI address(String path) {
        return URI.create(http.address() + path);
    }
}
