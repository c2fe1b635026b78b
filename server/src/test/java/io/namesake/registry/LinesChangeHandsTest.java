package io.namesake.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MovableClock;
import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.internal.RegistryTicks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A line goes from one verified holder to another, or to an heir, an organisation, another network; or its telephone is lost. */
@NamesakeTest
class LinesChangeHandsTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(13_000);

    @Autowired
    TestHttp http;

    @Autowired
    Lines lines;

    @Autowired
    Holders holders;

    @Autowired
    Holdings holdings;

    @Autowired
    Transfers transfers;

    @Autowired
    LostLines lost;

    @Autowired
    Organisations organisations;

    @Autowired
    LineControl control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ConfigurableApplicationContext beans;

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private final ApplicationListener<ApplicationEvent> ear = event -> {
        if (event instanceof PayloadApplicationEvent<?> said) {
            heard.add(said.getPayload());
        }
    };

    private UUID giver;
    private UUID receiver;
    private Line line;

    @BeforeEach
    void somebody_with_a_line_and_somebody_without() {
        giver = person("Wang", "Fang");
        receiver = person("Zhao", "Lei");
        line = lineOf(giver);
        beans.addApplicationListener(ear);
    }

    @AfterEach
    void nobody_listens_any_more() {
        beans.removeApplicationListener(ear);
    }

    /** The server publishes in the thread of the request. */
    private <T> Stream<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast);
    }

    @Test
    void a_line_that_was_offered_and_accepted_has_its_new_holder_once_the_operator_had_its_time() {
        var offer = offer();
        assertThat(transfers.see(offer.token()))
                .isEqualTo(new Transfers.Offered(
                        line.identifier(),
                        TestOperator.NAME,
                        Transfer.Kind.HANDOVER,
                        Transfer.State.OFFERED,
                        offer.expiresAt(),
                        false));
        assertThat(accept(offer).side()).isEqualTo(Transfer.Side.RECEIVER);
        assertThat(holder()).isEqualTo(giver);

        pass(Duration.ofHours(25));

        assertThat(holder()).isEqualTo(receiver);
        assertThat(holdings.history(line.id()))
                .extracting(Holding::cause)
                .containsExactly(Holding.Cause.APPLICATION, Holding.Cause.TRANSFER);
        assertThat(holdings.history(line.id()).getFirst().endCause()).isEqualTo(EndCause.TRANSFERRED);
        assertThat(stateFor(giver)).isEqualTo(Transfer.State.COMPLETED);
        assertThat(stateFor(receiver)).isEqualTo(Transfer.State.COMPLETED);
        assertThat(logged("line.transferred")).isOne();
    }

    @Test
    void the_operator_sees_the_line_and_not_the_two_and_both_are_told_why_it_objected() {
        var offer = offer();
        accept(offer);
        var listed = http.operator()
                .get()
                .uri("/v1/transfers?state=ACCEPTED&limit=200")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(listed)
                .contains(line.identifier().value())
                .doesNotContain(giver.toString(), receiver.toString(), "Wang", "Zhao");

        post("/v1/transfers/" + offer.id() + "/veto", Map.of("reason", "HE_IS_RUDE"))
                .expectStatus()
                .isBadRequest();
        post("/v1/transfers/" + offer.id() + "/veto", Map.of("reason", "UNPAID_DEVICE"))
                .expectStatus()
                .isNoContent();

        pass(Duration.ofDays(5));
        assertThat(holder()).isEqualTo(giver);
        for (var side : List.of(giver, receiver)) {
            assertThat(transfers.of(side).getFirst().vetoReason()).isEqualTo(VetoReason.UNPAID_DEVICE);
        }
        post("/v1/transfers/" + offer.id() + "/release", Map.of())
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void the_operator_may_do_without_its_time_but_not_before_somebody_accepted() {
        var offer = offer();
        post("/v1/transfers/" + offer.id() + "/release", Map.of())
                .expectStatus()
                .isEqualTo(409);
        accept(offer);
        post("/v1/transfers/" + offer.id() + "/release", Map.of())
                .expectStatus()
                .isNoContent();
        assertThat(holder()).isEqualTo(receiver);
        post("/v1/transfers/" + UUID.randomUUID() + "/release", Map.of())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void nothing_moves_without_both_verified_shortly_before() {
        var longAgo = clock.instant().minus(Duration.ofMinutes(16));
        refused(ProblemType.VERIFICATION_TOO_OLD, () -> transfers.offer(giver, longAgo, line.id()));
        var offer = offer();
        refused(ProblemType.VERIFICATION_TOO_OLD, () -> transfers.accept(receiver, longAgo, offer.token(), null));
        refused(
                ProblemType.VERIFICATION_TOO_OLD,
                () -> transfers.accept(receiver, clock.instant().plusSeconds(600), offer.token(), null));
    }

    @Test
    void only_the_holder_offers_a_line_and_nobody_gives_it_to_themselves_or_twice() {
        refused(ProblemType.LINE_UNKNOWN, () -> transfers.offer(receiver, clock.instant(), line.id()));
        var offer = offer();
        refused(ProblemType.TRANSFER_NOT_POSSIBLE, this::offer);
        refused(ProblemType.TRANSFER_NOT_POSSIBLE, () -> transfers.accept(giver, clock.instant(), offer.token(), null));
        refused(ProblemType.TRANSFER_UNKNOWN, () -> transfers.see("x".repeat(43)));
        refused(ProblemType.TRANSFER_UNKNOWN, () -> transfers.see("' or '1'='1"));
        refused(ProblemType.TRANSFER_UNKNOWN, () -> transfers.withdraw(receiver, offer.id()));
        transfers.withdraw(giver, offer.id());
        refused(ProblemType.TRANSFER_NOT_POSSIBLE, () -> accept(offer));
    }

    @Test
    void a_case_about_the_line_stops_it_until_it_is_settled() {
        var aCase = UUID.randomUUID();
        limit(aCase, Set.of(Limit.OUTGOING));
        refused(ProblemType.TRANSFER_NOT_POSSIBLE, this::offer);
        limit(aCase, Set.of());
        accept(offer());
        limit(aCase, Set.of(Limit.OUTGOING));

        pass(Duration.ofDays(2));
        assertThat(holder()).isEqualTo(giver);

        limit(aCase, Set.of());
        pass(Duration.ofHours(2));
        assertThat(holder()).isEqualTo(receiver);
    }

    @Test
    void an_offer_of_what_is_no_longer_the_givers_is_overtaken() {
        accept(offer());
        var given = holdings.current(line.id()).orElseThrow().id();
        transaction.executeWithoutResult(
                _ -> control.disown(line.id(), given, UUID.randomUUID(), EndCause.DISPUTE_UPHELD));
        RegistryTicks.transfers(beans);
        assertThat(stateFor(giver)).isEqualTo(Transfer.State.OVERTAKEN);
        assertThat(holdings.current(line.id())).isEmpty();
    }

    @Test
    void of_many_who_accept_at_once_one_is_the_next_holder() throws Exception {
        var offer = offer();
        var persons = Stream.generate(() -> person("Li", "Si")).limit(6).toList();
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : threads.invokeAll(persons.stream()
                    .<Callable<Boolean>>map(who -> () -> went(who, offer))
                    .toList())) {
                won += attempt.get() ? 1 : 0;
            }
        }
        assertThat(won).isOne();
    }

    private boolean went(UUID who, Transfers.Offer offer) {
        try {
            transfers.accept(who, clock.instant(), offer.token(), null);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    @Test
    void the_database_holds_only_the_hash_of_a_token() {
        var offer = offer();
        assertThat(jdbc.sql("select token_sha256 from line_transfer where id = :id")
                        .param("id", offer.id())
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(offer.token());
        assertThat(offer.toString()).doesNotContain(offer.token());
    }

    @Test
    void the_line_of_one_who_has_died_goes_to_a_verified_heir_and_other_lines_are_only_named_one_by_one() {
        var other = lineOf(giver);
        var token = post("/v1/lines/inheritance", Map.of("line", number(), "evidence", "DEATH_CERTIFICATE"))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .asString();
        assertThat(holder()).isEqualTo(giver);
        assertThat(heard(HolderDeceased.class).map(HolderDeceased::lineId)).containsExactly(other.id());

        transfers.accept(receiver, clock.instant(), token, null);
        pass(Duration.ofHours(25));

        assertThat(holder()).isEqualTo(receiver);
        assertThat(holdings.current(line.id()).orElseThrow().cause()).isEqualTo(Holding.Cause.INHERITANCE);
        assertThat(holdings.history(line.id()).getFirst().endCause()).isEqualTo(EndCause.DECEASED);
        assertThat(holdings.current(other.id()).orElseThrow().holderId()).isEqualTo(giver);
    }

    @Test
    void who_is_alive_takes_back_what_was_offered_to_heirs() {
        var id = UUID.fromString(post("/v1/lines/inheritance", Map.of("line", number(), "evidence", "COURT_ORDER"))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("id")
                .asString());
        transfers.withdraw(giver, id);
        assertThat(stateFor(giver)).isEqualTo(Transfer.State.WITHDRAWN);
    }

    @Test
    void another_sim_is_dated_and_told_and_refused_while_a_case_limits_the_line() {
        equipment("ICCID", "8991101200003204514").expectStatus().isOk();
        equipment("ICCID", "8991101200003204514").expectStatus().isOk();
        equipment("ICCID", "8991101200003204511").expectStatus().isBadRequest();
        equipment("INSTALLATION_ADDRESS", "1 Long Road").expectStatus().isBadRequest();
        assertThat(heard(SimChanged.class)).isEmpty();
        agreedTo("8986001200003204515");
        limit(UUID.randomUUID(), Set.of(Limit.VERIFICATION_CODES));
        equipment("ICCID", "8986001200003204515").expectStatus().isEqualTo(409);
        jdbc.sql("delete from line_limit where line_id = :id")
                .param("id", line.id())
                .update();
        equipment("ICCID", "8986001200003204515").expectStatus().isOk();
        assertThat(heard(SimChanged.class).map(SimChanged::lineId)).containsExactly(line.id());

        var parts = http.operator()
                .get()
                .uri("/v1/lines/equipment?line={line}", number())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("equipment");
        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).get("until").isNull()).isTrue();
        assertThat(parts.get(1).get("until")).isEqualTo(parts.get(0).get("from"));
        assertThat(jdbc.sql("select encode(sealed_value, 'escape') from line_equipment where line_id = :id")
                        .param("id", line.id())
                        .query(String.class)
                        .list())
                .noneMatch(value -> value.contains("89860012"));
    }

    @Test
    void a_number_that_goes_to_another_operator_ends_here_and_may_come_back() {
        var aCase = UUID.randomUUID();
        var porting = Map.of("line", number(), "reference", "PORT-4711");
        equipment("IMSI", "460001234567890").expectStatus().isOk();
        limit(aCase, Set.of(Limit.OUTGOING));
        post("/v1/lines/port-out", porting).expectStatus().isEqualTo(409);
        limit(aCase, Set.of());
        post("/v1/lines/port-out", porting).expectStatus().isOk();
        post("/v1/lines/port-out", porting).expectStatus().isOk();

        assertThat(lines.byId(line.id()).orElseThrow().status()).isEqualTo(LineStatus.DEACTIVATED);
        assertThat(holdings.history(line.id()).getLast().endCause()).isEqualTo(EndCause.PORTED_OUT);
        assertThat(logged("line.ported-out")).isOne();
        assertThat(jdbc.sql("select count(*) from line_equipment where line_id = :id and present_until is null")
                        .param("id", line.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        transaction.executeWithoutResult(_ -> lines.reserve(operator(), line.identifier(), UUID.randomUUID()));
    }

    @Test
    void a_lost_telephone_gets_no_codes_until_it_is_back_however_often_that_is_said() {
        lost.report(giver, line.id());
        lost.report(giver, line.id());
        assertThat(lines.byId(line.id()).orElseThrow().limits())
                .containsExactlyInAnyOrder(Limit.VERIFICATION_CODES, Limit.OUTGOING);
        refused(ProblemType.LINE_UNKNOWN, () -> lost.recovered(receiver, line.id()));
        lost.recovered(giver, line.id());
        lost.recovered(giver, line.id());
        assertThat(lines.byId(line.id()).orElseThrow().status()).isEqualTo(LineStatus.ACTIVE);
        assertThat(logged("line.reported-lost")).isOne();
        assertThat(logged("line.recovered")).isOne();
    }

    @Test
    void an_organisation_holds_lines_once_a_reviewer_confirmed_who_acts_for_it() {
        var offer = offer();
        var company = register(receiver, "91310000-MA1" + NUMBER.incrementAndGet());
        assertThat(register(receiver, company.registrationNumber().replace("-", " "))
                        .id())
                .isEqualTo(company.id());
        refused(
                ProblemType.TRANSFER_NOT_POSSIBLE,
                () -> transfers.accept(receiver, clock.instant(), offer.token(), company.id()));

        var reviewer = http.bearer(staff("REVIEWER"));
        http.bearer(staff("AGENT"))
                .get()
                .uri("/v1/organisations")
                .exchange()
                .expectStatus()
                .isForbidden();
        reviewer.get()
                .uri("/v1/organisations?state=PENDING")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains(company.id().toString())
                        .doesNotContain("Example Trading", "91310000", "Zhao"));
        reviewer.get()
                .uri("/v1/organisations/" + company.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.familyName")
                .isEqualTo("Zhao");
        reviewer.post()
                .uri("/v1/organisations/" + company.id() + "/decision")
                .body(Map.of("evidence", "REGISTER_EXTRACT"))
                .exchange()
                .expectStatus()
                .isNoContent();
        reviewer.get()
                .uri("/v1/organisations/" + company.id())
                .exchange()
                .expectStatus()
                .isEqualTo(409);

        transfers.accept(receiver, clock.instant(), offer.token(), company.id());
        pass(Duration.ofHours(25));
        assertThat(holder()).isEqualTo(company.id());
        assertThat(holdings.of(receiver)).extracting(held -> held.line().id()).contains(line.id());
        assertThat(transfers.offer(receiver, clock.instant(), line.id())).isNotNull();
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where type = 'organisation.looked-at' and subject_id = :id")
                        .param("id", company.id().toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Organisations.Refusal.class)
    void whoever_is_not_confirmed_acts_for_nothing_and_reads_why(Organisations.Refusal refusal) {
        var company = register(receiver, "REG-" + NUMBER.incrementAndGet());
        http.bearer(staff("REVIEWER"))
                .post()
                .uri("/v1/organisations/" + company.id() + "/decision")
                .body(Map.of("refusal", refusal))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(organisations.actingFor(receiver, company.id())).isEmpty();
        assertThat(organisations.of(receiver))
                .extracting(Organisations.Organisation::refusal)
                .contains(refusal);
    }

    private Organisations.Organisation register(UUID representative, String number) {
        return organisations.register(representative, operator(), "Example Trading", number, "cn");
    }

    private String staff(String role) {
        return post("/v1/staff", Map.of("name", "Li Na", "roles", List.of(role)))
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .asString();
    }

    /** The holder was verified for this SIM. */
    private void agreedTo(String iccid) {
        var changes = beans.getBean(SimChanges.class);
        var application = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            changes.ask(operator(), line.identifier(), application, EquipmentKind.ICCID, iccid);
            changes.verified(
                    application, beans.getBean(Holders.class).details(giver).orElseThrow());
        });
    }

    private ResponseSpec equipment(String kind, String value) {
        return http.operator()
                .put()
                .uri("/v1/lines/equipment")
                .body(Map.of("line", number(), "kind", kind, "value", value))
                .exchange();
    }

    private ResponseSpec post(String path, Object body) {
        return http.operator().post().uri(path).body(body).exchange();
    }

    private Transfers.Offer offer() {
        return transfers.offer(giver, clock.instant(), line.id());
    }

    private Transfer accept(Transfers.Offer offer) {
        return transfers.accept(receiver, clock.instant(), offer.token(), null);
    }

    private void limit(UUID aCase, Set<Limit> limits) {
        transaction.executeWithoutResult(_ -> control.limit(line.id(), aCase, limits));
    }

    private void pass(Duration time) {
        clock.advance(time);
        RegistryTicks.transfers(beans);
    }

    private UUID holder() {
        return holdings.current(line.id()).orElseThrow().holderId();
    }

    private Transfer.State stateFor(UUID side) {
        return transfers.of(side).getFirst().state();
    }

    private String number() {
        return line.identifier().value();
    }

    private int logged(String type) {
        return jdbc.sql("select count(*) from audit_entry where type = :type and subject_id = :line")
                .param("type", type)
                .param("line", line.id().toString())
                .query(Integer.class)
                .single();
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private UUID person(String family, String given) {
        var details =
                new HolderDetails(family, given, UUID.randomUUID().toString(), LocalDate.of(1990, 1, 1), "CHN", null);
        return transaction.execute(_ -> holders.recognise(details));
    }

    private Line lineOf(UUID person) {
        var identifier = LineIdentifier.parse(Service.MOBILE, "+86138001" + NUMBER.incrementAndGet());
        var application = UUID.randomUUID();
        return transaction.execute(_ -> {
            lines.reserve(operator(), identifier, application);
            return lines.activate(
                    operator(), identifier, application, holders.details(person).orElseThrow());
        });
    }

    private OperatorId operator() {
        return new OperatorId(jdbc.sql("select id from operator where name = :name")
                .param("name", TestOperator.NAME)
                .query(UUID.class)
                .single());
    }
}
