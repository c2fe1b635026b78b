package io.namesake.registry;

import io.namesake.MovableClock;
import io.namesake.TestHttp;
import io.namesake.TestOperator;
import io.namesake.access.OperatorId;
import io.namesake.mylines.HolderSessionOpener;
import io.namesake.mylines.HolderSessionOpener.How;
import io.namesake.registry.internal.RegistryTicks;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Persons and lines of the test operator, straight in the registry: how they are verified is not the test's matter. */
public final class TestRegistry {
    /** What {@link io.namesake.NamesakeTest} sets. */
    public static final int MOST_SCARCE = 3;

    private static final AtomicInteger NUMBER = new AtomicInteger(10_000);

    private final BeanFactory beans;
    private final TestHttp http;

    public TestRegistry(BeanFactory beans) {
        this.beans = beans;
        this.http = beans.getBean(TestHttp.class);
    }

    /** Somebody verified, of whom there is nothing else. */
    public UUID person(String family, String given) {
        var details =
                new HolderDetails(family, given, UUID.randomUUID().toString(), LocalDate.of(1990, 1, 1), "CHN", null);
        return beans.getBean(TransactionTemplate.class)
                .execute(_ -> beans.getBean(Holders.class).recognise(details));
    }

    public HolderDetails details(UUID person) {
        return beans.getBean(Holders.class).details(person).orElseThrow();
    }

    /** A number that nobody has. */
    public LineIdentifier freeNumber() {
        return LineIdentifier.parse(Service.MOBILE, "+86137001" + NUMBER.incrementAndGet());
    }

    /** Likewise, out of a range of which nobody may hold more than {@link #MOST_SCARCE}. */
    public LineIdentifier scarceNumber() {
        return LineIdentifier.parse(Service.MOBILE, "+86170001" + NUMBER.incrementAndGet());
    }

    /** A new line in somebody's name. */
    public Line lineOf(UUID person) {
        return lineOf(person, freeNumber());
    }

    public Line lineOf(UUID person, LineIdentifier identifier) {
        return activated(person, identifier, reserved(identifier));
    }

    /** An application asks for the line. */
    public UUID reserved(LineIdentifier identifier) {
        var application = UUID.randomUUID();
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> beans.getBean(Lines.class).reserve(operator(), identifier, application));
        return application;
    }

    /** An application is to confirm who stands for a line in use. */
    public UUID reservedAgain(LineIdentifier identifier) {
        var application = UUID.randomUUID();
        beans.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> beans.getBean(Lines.class).reserveAgain(operator(), identifier, application));
        return application;
    }

    /** That application was verified. */
    public Line activated(UUID person, LineIdentifier identifier, UUID application) {
        return beans.getBean(TransactionTemplate.class)
                .execute(
                        _ -> beans.getBean(Lines.class).activate(operator(), identifier, application, details(person)));
    }

    /** Calls with the session of somebody who was verified a moment ago. */
    public RestTestClient session(UUID person) {
        return http.bearer(beans.getBean(HolderSessionOpener.class)
                .open(person, How.APPLICATION, beans.getBean(MovableClock.class).instant())
                .token());
    }

    /** Has the holder of a session end a line of theirs. @return the id by which that is taken back */
    public static String ends(RestTestClient session, UUID line) {
        return session.post()
                .uri("/v1/me/lines/" + line + "/ending")
                .exchange()
                .expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .get("endingId")
                .asString();
    }

    /** And take that back. */
    public static void takesBack(RestTestClient session, String ending) {
        session.delete()
                .uri("/v1/me/endings/" + ending)
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Time passes, and what the server does by itself every few seconds happens. */
    public void pass(Duration time) {
        beans.getBean(MovableClock.class).advance(time);
        RegistryTicks.transfers(beans);
    }

    public OperatorId operator() {
        return new OperatorId(beans.getBean(JdbcClient.class)
                .sql("select id from operator where name = :name")
                .param("name", TestOperator.NAME)
                .query(UUID.class)
                .single());
    }
}
