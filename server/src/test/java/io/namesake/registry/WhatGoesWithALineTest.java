package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.registry.imports.ImportFile;
import io.namesake.registry.imports.LineImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is known of a line beside its holder: that a machine uses it, and where its number came from. */
@NamesakeTest
class WhatGoesWithALineTest {
    @TempDir
    Path folder;

    @Autowired
    TestHttp http;

    @Autowired
    Lines lines;

    @Autowired
    Holdings holdings;

    @Autowired
    Transfers transfers;

    @Autowired
    LineControl control;

    @Autowired
    DisclosableLines disclosable;

    @Autowired
    LineImports imports;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @Autowired
    ConfigurableApplicationContext beans;

    private TestRegistry registry;
    private UUID owner;
    private UUID next;

    @BeforeEach
    void two_persons() {
        registry = new TestRegistry(beans);
        owner = registry.person("Chen", "Jie");
        next = registry.person("Sun", "Li");
    }

    @Test
    void a_machines_line_stays_a_machines_in_the_next_hands_and_counts_for_neither() throws IOException {
        var line = machinesLine();
        registry.activated(owner, line.identifier(), registry.reservedAgain(line.identifier()));
        assertThat(count(owner)).isZero();
        var offer = transfers.offer(owner, clock.instant(), line.id());
        assertThat(transfers.see(offer.token()).machine()).isTrue();

        transfers.accept(next, clock.instant(), offer.token(), null);
        registry.pass(Duration.ofHours(25));

        var now = holdings.current(line.id()).orElseThrow();
        assertThat(now.holderId()).isEqualTo(next);
        assertThat(now.machine()).isTrue();
        assertThat(count(next)).isZero();
        assertThat(mine(next).get("machine").asBoolean()).isTrue();
    }

    @Test
    void somebody_with_as_many_lines_as_the_rules_allow_takes_a_machines_line_over() throws IOException {
        var line = machinesLine();
        registry.activated(owner, line.identifier(), registry.reservedAgain(line.identifier()));
        asManyAsAllowed(next);
        var offer = transfers.offer(owner, clock.instant(), line.id());
        transfers.accept(next, clock.instant(), offer.token(), null);
        registry.pass(Duration.ofHours(25));
        assertThat(holdings.current(line.id()).orElseThrow().holderId()).isEqualTo(next);
    }

    @Test
    void whoever_turns_out_to_stand_for_a_machines_line_holds_a_machines_line() throws IOException {
        var line = machinesLine();
        registry.activated(next, line.identifier(), registry.reservedAgain(line.identifier()));
        assertThat(holdings.current(line.id()).orElseThrow().holderId()).isEqualTo(next);
        assertThat(holdings.current(line.id()).orElseThrow().machine()).isTrue();
    }

    @Test
    void an_end_that_is_taken_back_gives_back_a_machines_line() throws IOException {
        var line = machinesLine();
        registry.activated(owner, line.identifier(), registry.reservedAgain(line.identifier()));
        var aCase = UUID.randomUUID();
        var until = clock.instant().plus(Duration.ofDays(1));
        transaction.executeWithoutResult(_ -> control.deactivate(line.id(), aCase, EndCause.DEACTIVATED, until));
        transaction.executeWithoutResult(_ -> control.reinstate(line.id(), aCase));
        assertThat(holdings.current(line.id()).orElseThrow().machine()).isTrue();
    }

    @Test
    void who_has_as_many_lines_as_the_rules_allow_gets_one_that_rests_back_by_an_exception_alone() {
        var line = registry.lineOf(owner, registry.scarceNumber());
        ended(line);
        asManyAsAllowed(owner);
        var application = registry.reservedAgain(line.identifier());

        assertThatThrownBy(() -> registry.activated(owner, line.identifier(), application))
                .isInstanceOf(LineLimitReached.class);

        assertThat(lines.byId(line.id()).orElseThrow().status()).isEqualTo(LineStatus.DEACTIVATED);
        transaction.executeWithoutResult(_ ->
                lines.activate(registry.operator(), line.identifier(), application, registry.details(owner), true));
        assertThat(holdings.current(line.id()).orElseThrow().holderId()).isEqualTo(owner);
    }

    @Test
    void a_machines_line_that_rests_is_had_back_however_many_others_there_are() throws IOException {
        var line = machinesLine();
        registry.activated(owner, line.identifier(), registry.reservedAgain(line.identifier()));
        ended(line);
        asManyAsAllowed(owner);
        registry.activated(owner, line.identifier(), registry.reservedAgain(line.identifier()));
        assertThat(holdings.current(line.id()).orElseThrow().holderId()).isEqualTo(owner);
    }

    @Test
    void an_end_that_is_taken_back_gives_back_who_uses_the_line_and_begins_no_other_time_of_holding_it() {
        var line = registry.lineOf(owner);
        var since = holdings.current(line.id()).orElseThrow().from();
        registry.session(owner)
                .put()
                .uri("/v1/me/lines/" + line.id() + "/user")
                .body(Map.of("kind", "CHILD", "label", "my daughter"))
                .exchange()
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofDays(20));
        for (int i = 0; i < 2; i++) {
            var aCase = ended(line);
            transaction.executeWithoutResult(_ -> control.reinstate(line.id(), aCase));
        }

        assertThat(mine(owner).at("/user/label").asString()).isEqualTo("my daughter");
        var facts = disclosable.of(registry.operator(), line.id()).orElseThrow();
        assertThat(facts.heldSince()).isEqualTo(since);
        assertThat(facts.usedByAnother()).isTrue();
    }

    @Test
    void whom_a_holder_named_as_user_says_nothing_of_the_next_holders_line() {
        var line = registry.lineOf(owner);
        registry.session(owner)
                .put()
                .uri("/v1/me/lines/" + line.id() + "/user")
                .body(Map.of("kind", "CHILD", "label", "my daughter"))
                .exchange()
                .expectStatus()
                .isOk();
        var now = clock.instant();
        transaction.executeWithoutResult(
                _ -> control.deactivate(line.id(), UUID.randomUUID(), EndCause.ENDED_BY_HOLDER, now));
        registry.activated(next, line.identifier(), registry.reserved(line.identifier()));

        var facts = disclosable.of(registry.operator(), line.id()).orElseThrow();
        assertThat(facts.holderId()).isEqualTo(next);
        assertThat(facts.usedByAnother()).isFalse();
        assertThat(facts.heldSince())
                .isEqualTo(holdings.current(line.id()).orElseThrow().from());
    }

    private UUID ended(Line line) {
        var aCase = UUID.randomUUID();
        var until = clock.instant().plus(Duration.ofDays(90));
        transaction.executeWithoutResult(_ -> control.deactivate(line.id(), aCase, EndCause.DEACTIVATED, until));
        return aCase;
    }

    private void asManyAsAllowed(UUID person) {
        for (int i = 0; i < TestRegistry.MOST_SCARCE; i++) {
            registry.lineOf(person, registry.scarceNumber());
        }
    }

    @Test
    void a_number_that_is_given_out_anew_is_no_machines_any_more() throws IOException {
        var line = machinesLine();
        var until = clock.instant();
        transaction.executeWithoutResult(
                _ -> control.deactivate(line.id(), UUID.randomUUID(), EndCause.DEACTIVATED, until));
        registry.activated(next, line.identifier(), registry.reserved(line.identifier()));
        assertThat(holdings.current(line.id()).orElseThrow().machine()).isFalse();
    }

    @Test
    void a_number_from_another_operator_begins_its_holding_with_where_it_came_from_and_when() {
        var number = registry.freeNumber();
        var application = registry.reserved(number);
        var at = clock.instant().minus(Duration.ofDays(1));
        var noted = portIn(number, "Other Telecom", "IN-1", at.toString())
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(portIn(number, "Other Telecom", "IN-1", at.toString())
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(noted);

        var line = registry.activated(owner, number, application);

        assertThat(holdings.current(line.id()).orElseThrow().cause()).isEqualTo(Holding.Cause.PORTED_IN);
        assertThat(mine(owner).at("/portedIn/operator").asString()).isEqualTo("Other Telecom");
        assertThat(mine(owner).at("/portedIn/at").asString()).isEqualTo(at.toString());
        portIn(number, "Third Telecom", "IN-2", null).expectStatus().isEqualTo(409);

        var aCase = ended(line);
        transaction.executeWithoutResult(_ -> control.reinstate(line.id(), aCase));
        assertThat(mine(owner).at("/portedIn/operator").asString()).isEqualTo("Other Telecom");
    }

    @Test
    void what_was_noted_of_a_port_for_one_holder_is_not_said_of_the_next() {
        var number = registry.freeNumber();
        var application = registry.reserved(number);
        portIn(number, "Other Telecom", "IN-3", null).expectStatus().isOk();
        var line = registry.activated(owner, number, application);
        clock.advance(Duration.ofSeconds(1));
        var until = clock.instant();
        transaction.executeWithoutResult(
                _ -> control.deactivate(line.id(), UUID.randomUUID(), EndCause.ENDED_BY_HOLDER, until));
        registry.activated(next, number, registry.reserved(number));
        assertThat(holdings.current(line.id()).orElseThrow().cause()).isEqualTo(Holding.Cause.APPLICATION);
        assertThat(mine(next).get("portedIn").isNull()).isTrue();
    }

    @Test
    void a_port_is_noted_with_a_name_and_a_time_that_can_be() {
        var number = registry.freeNumber();
        registry.reserved(number);
        portIn(number, "", "IN-4", null).expectStatus().isBadRequest();
        portIn(number, "x".repeat(101), "IN-4", null).expectStatus().isBadRequest();
        portIn(number, "Line\u2028break", "IN-4", null).expectStatus().isBadRequest();
        portIn(number, "Other Telecom", "IN 4", null).expectStatus().isBadRequest();
        portIn(number, "Other Telecom", "IN-4", "2001-01-01T00:00:00Z")
                .expectStatus()
                .isBadRequest();
        portIn(registry.freeNumber(), "Other Telecom", "IN-4", null)
                .expectStatus()
                .isNotFound();
    }

    private ResponseSpec portIn(LineIdentifier line, String from, String reference, String at) {
        var body = new HashMap<String, Object>(Map.of("line", line.value(), "from", from, "reference", reference));
        body.put("at", at);
        return http.operator().post().uri("/v1/lines/port-in").body(body).exchange();
    }

    /** As an operator's records have it: in the owner's name, and a machine uses it. */
    private Line machinesLine() throws IOException {
        var number = registry.scarceNumber().value();
        var person = registry.details(owner);
        var file = Files.writeString(
                folder.resolve("lines.csv"),
                "line,service,family_name,document_number,issuing_state,birth_date,machine\n%s,MOBILE,%s,%s,CHN,%s,true\n"
                        .formatted(number, person.familyName(), person.documentNumber(), person.birthDate()));
        imports.run(registry.operator(), ImportFile.of(file), 10, _ -> {});
        return lines.find(registry.operator(), number).orElseThrow();
    }

    private int count(UUID person) {
        return holdings.count(person, registry.scarceNumber()).held();
    }

    private JsonNode mine(UUID person) {
        return registry.session(person)
                .get()
                .uri("/v1/me/lines")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/lines/0");
    }
}
