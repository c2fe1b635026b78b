package io.namesake.provisioning.tmforum;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestStaff;
import io.namesake.access.OperatorId;
import io.namesake.application.Pictures;
import io.namesake.application.TestApplicant;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** TMF641: an order for a line is held until somebody is verified for it. */
@NamesakeTest
class ServiceOrderTest extends TmForumTest {
    private static final String CANCEL = CancelServiceOrderController.PATH;

    @Autowired
    Lines lines;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_order_is_acknowledged_then_held_and_completed_once_the_person_is_verified() {
        var order = ordered(TestApplicant.newLine());
        assertThat(order.get("state").asString()).isEqualTo("acknowledged");
        assertThat(order.get("externalId").asString()).isEqualTo("order-4711");
        assertThat(characteristic(order, "verificationLink")).contains("#");
        var held = now(order);
        assertThat(held.get("state").asString()).isEqualTo("held");
        assertThat(held.at("/serviceOrderItem/0/service/state").asString()).isEqualTo("reserved");
        assertThat(held.toString()).doesNotContain("verificationLink", "Erika");

        var applicant = applicant(order);
        applicant.consent(http).expectStatus().isOk();
        applicant.document(Pictures.DOCUMENT_OF_A).expectStatus().isOk();
        applicant.selfie(Pictures.SELFIE_OF_A).expectStatus().isOk();
        assertThat(state(order)).isEqualTo("held");
        assertThat(applicant.decided().get("state").asString()).isEqualTo("VERIFIED");

        var completed = now(order);
        assertThat(completed.get("state").asString()).isEqualTo("completed");
        assertThat(completed.has("completionDate")).isTrue();
        assertThat(completed.at("/serviceOrderItem/0/service/state").asString()).isEqualTo("active");
        assertThat(completed.toString()).doesNotContain("Muster", "C01X00T47", "1990");
    }

    @Test
    void an_order_fails_with_the_codes_of_the_reasons_where_the_person_is_refused() {
        var order = ordered(TestApplicant.newLine());
        jdbc.sql("""
                        update application set state = 'REFUSED', outcome = 'REFUSED', reasons = 'FACE_DOES_NOT_MATCH', decided_at = now()
                        where id = :id::uuid
                        """).param("id", characteristic(order, "applicationId")).update();

        var failed = now(order);

        assertThat(failed.get("state").asString()).isEqualTo("failed");
        assertThat(failed.at("/errorMessage/0/code").asString()).isEqualTo("application-refused");
        assertThat(failed.at("/errorMessage/0/message").asString()).isEqualTo("FACE_DOES_NOT_MATCH");
    }

    @Test
    void an_order_stays_held_while_a_person_decides_and_fails_when_nobody_ever_came() {
        var reviewed = ordered(TestApplicant.newLine());
        applicant(reviewed).attendedCheck().expectStatus().isOk();
        assertThat(state(reviewed)).isEqualTo("held");

        var forgotten = ordered(TestApplicant.newLine());
        jdbc.sql("update application set state = 'EXPIRED' where id = :id::uuid")
                .param("id", characteristic(forgotten, "applicationId"))
                .update();
        assertThat(now(forgotten).at("/errorMessage/0/code").asString()).isEqualTo("application-expired");
        assertThat(state(forgotten)).isEqualTo("failed");
    }

    @Test
    void an_order_is_cancelled_while_nothing_was_submitted_and_the_link_opens_nothing_any_more() {
        var order = ordered(TestApplicant.newLine());
        var wanted = Map.of(
                "cancellationReason",
                "Ordered twice",
                "serviceOrder",
                Map.of("id", order.get("id").asString()));

        var done = post(CANCEL, wanted)
                .expectStatus()
                .isCreated()
                .expectBody(tools.jackson.databind.JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(done.get("state").asString()).isEqualTo("done");
        assertThat(get(done.get("href").asString())).isEqualTo(done);
        var cancelled = now(order);
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.get("cancellationReason").asString()).isEqualTo("Ordered twice");
        var link = characteristic(order, "verificationLink");
        TestApplicant.openSession(http, link.substring(link.indexOf('#') + 1))
                .expectStatus()
                .is4xxClientError();
        assertThat(error(post(CANCEL, wanted), 409)).isEqualTo("service-order-closed");
        assertThat(jdbc.sql("select type from audit_entry where subject_id = :id order by seq")
                        .param("id", order.get("id").asString())
                        .query(String.class)
                        .list())
                .containsExactly("service-order.placed", "service-order.cancelled");
    }

    @Test
    void what_a_person_is_to_decide_cannot_be_cancelled() {
        var order = ordered(TestApplicant.newLine());
        applicant(order).attendedCheck().expectStatus().isOk();

        assertThat(error(
                        post(
                                CANCEL,
                                Map.of(
                                        "serviceOrder",
                                        Map.of("id", order.get("id").asString()))),
                        409))
                .isEqualTo("service-order-closed");
        assertThat(state(order)).isEqualTo("held");
    }

    @Test
    void another_sim_is_ordered_for_a_line_and_held_until_its_holder_agreed() {
        var line = held();
        var order = post(
                        ORDERS,
                        order(
                                "modify",
                                Map.of(
                                        "id",
                                        line.toString(),
                                        "serviceCharacteristic",
                                        List.of(named("iccid", "8991101200003204522")))))
                .expectStatus()
                .isCreated()
                .expectBody(tools.jackson.databind.JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(order.at("/serviceOrderItem/0/action").asString()).isEqualTo("modify");
        assertThat(state(order)).isEqualTo("held");
        assertThat(order.toString()).doesNotContain("8991101200003204522");
        assertThat(jdbc.sql("select purpose from application where id = :id::uuid")
                        .param("id", characteristic(order, "applicationId"))
                        .query(String.class)
                        .single())
                .isEqualTo("SIM_CHANGE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|request-invalid",
                "[]|400|request-invalid",
                "{\"serviceOrderItem\": []}|400|request-invalid",
                "{\"serviceOrderItem\": [null]}|400|request-invalid",
                "{\"serviceOrderItem\": [{\"id\": \"1\"}, {\"id\": \"2\"}]}|400|request-invalid",
                "{\"serviceOrderItem\": [{\"id\": \"1\", \"action\": \"noChange\", \"service\": {}}]}|400|request-invalid",
                "{\"serviceOrderItem\": [{\"id\": \"1\", \"action\": \"add\"}]}|400|request-invalid",
                "{\"serviceOrderItem\": [{\"id\": \"1\", \"action\": \"add\", \"service\": {\"serviceType\": \"mobile\"}}]}|400|request-invalid",
                "{\"serviceOrderItem\": [{\"id\": \"1\", \"action\": \"add\", \"service\": {\"serviceType\": \"mobile\", \"serviceCharacteristic\": [{\"name\": \"line\", \"value\": 5}]}}]}|400|request-invalid",
                "{\"serviceOrderItem\": [{\"id\": \"1\", \"action\": \"add\", \"service\": {\"serviceType\": \"mobile\", \"serviceCharacteristic\": [{\"name\": \"line\", \"value\": \"12\"}]}}]}|422|line-invalid",
                "{\"serviceOrderItem\": [{\"id\": \"1\", \"action\": \"modify\", \"service\": {\"id\": \"0b0e7a52-4f1c-4f0e-8a5a-0c3b1e5d9a11\", \"serviceCharacteristic\": [{\"name\": \"eid\", \"value\": \"1\"}]}}]}|404|line-unknown"
            })
    void what_is_no_order_is_refused_in_the_form_of_tmf630(String body, int status, String code) {
        assertThat(error(post(ORDERS, body), status)).isEqualTo(code);
    }

    /** Promise 6: no line ends silently. */
    @Test
    void an_order_ends_no_line() {
        var line = held();

        assertThat(error(post(ORDERS, order("delete", Map.of("id", line.toString()))), 400))
                .isEqualTo("request-invalid");

        assertThat(lines.byId(line).orElseThrow().status().name()).isEqualTo("ACTIVE");
    }

    @Test
    void orders_are_found_by_the_orderers_own_number_page_by_page() {
        var external = "mine-" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            var order = new java.util.HashMap<>(order(
                    "add",
                    Map.of(
                            "serviceType",
                            "mobile",
                            "serviceCharacteristic",
                            List.of(named("line", TestApplicant.newLine())))));
            order.put("externalId", external);
            post(ORDERS, order).expectStatus().isCreated();
        }

        var page = http.operator()
                .get()
                .uri(ORDERS + "?externalId=" + external + "&offset=1&limit=1&fields=state")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Total-Count", "3")
                .expectHeader()
                .valueEquals("X-Result-Count", "1")
                .expectBody(tools.jackson.databind.JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(page).hasSize(1);
        assertThat(page.get(0).propertyNames()).containsExactlyInAnyOrder("id", "href", "state", "@type");
    }

    @Test
    void an_order_is_its_operators_and_its_engineers_alone() {
        var order = ordered(TestApplicant.newLine());
        var path = order.get("href").asString();
        var other = UUID.randomUUID();
        jdbc.sql("update service_order set operator_id = :other where id = :id::uuid")
                .param("other", other)
                .param("id", order.get("id").asString())
                .update();

        assertThat(error(http.operator().get().uri(path).exchange(), 404)).isEqualTo("service-order-unknown");
        assertThat(error(
                        post(
                                CANCEL,
                                Map.of(
                                        "serviceOrder",
                                        Map.of("id", order.get("id").asString()))),
                        404))
                .isEqualTo("service-order-unknown");
        assertThat(error(http.anyone().get().uri(path).exchange(), 401)).isEqualTo("not-authenticated");
        assertThat(error(TestStaff.with(http, "AGENT").get().uri(ORDERS).exchange(), 403))
                .isEqualTo("not-allowed");
        TestStaff.with(http, "ENGINEER")
                .get()
                .uri(ORDERS)
                .exchange()
                .expectStatus()
                .isOk();
        http.operator().delete().uri(path).exchange().expectStatus().isEqualTo(405);
        assertThat(error(http.operator().get().uri(ORDERS + "/not-an-id").exchange(), 400))
                .isEqualTo("request-invalid");
    }

    /** A line in somebody's name. */
    private UUID held() {
        var operator = new OperatorId(operator());
        var line = LineIdentifier.parse(Service.MOBILE, TestApplicant.newLine());
        var application = UUID.randomUUID();
        return transaction.execute(_ -> {
            lines.reserve(operator, line, application);
            return lines.activate(
                            operator,
                            line,
                            application,
                            new HolderDetails("Wang", "Fang", UUID.randomUUID().toString(), LocalDate.of(1980, 1, 2)))
                    .id();
        });
    }
}
