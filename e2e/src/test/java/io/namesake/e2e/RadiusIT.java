package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.e2e.Api.Answer;
import io.namesake.e2e.FreeRadius.Asked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * An internet line in a real network: FreeRADIUS with the configuration of {@code deploy/freeradius} asks a real server, and another
 * FreeRADIUS stands for the access server that is told of changes. The last test takes the server away, so the order counts.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RadiusIT {
    private static final String SECRET = "the-secret-of-the-network";
    private static final String PASSWORD = "correct horse";
    private static final String ADA = "ada@isp.example";
    private static final String BOB = "bob@isp.example";
    private static final String CIRCUIT = "bng1 eth 1/7:35";

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static FreeRadius radius;
    private static FreeRadius accessServer;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        boolean installed = FreeRadius.isInstalled();
        if (!installed && System.getenv("CI") == null) {
            System.err.println(
                    "RadiusIT IS SKIPPED: FreeRADIUS is not installed. apt-get install freeradius freeradius-rest freeradius-utils");
        }
        // Where every change is checked, a missing program is no reason to check less.
        Assumptions.assumeTrue(installed || System.getenv("CI") != null, "FreeRADIUS is not installed");
        assertThat(installed).as("FreeRADIUS and radclient are installed").isTrue();

        server = ServerProcess.start(
                folder.resolve("data"),
                Map.of("NAMESAKE_CHALLENGE", "OPTIONAL", "NAMESAKE_POLICY", ServerProcess.POLICY_FOR_TYPED));
        port = FreeRadius.freePort();
        Path copy = folder.resolve("radius");
        radius = FreeRadius.start(
                Path.of("../deploy/freeradius"),
                copy,
                Map.of(
                        "users",
                        account(ADA) + account(BOB),
                        "circuits",
                        "\"" + CIRCUIT + "\"\tNamesake-Line := \"" + ADA + "\"\n"),
                environment(
                        copy,
                        port,
                        Api.operator(server)
                                .post("/v1/radius/servers", Map.of("name", "radius-1"))
                                .text("token")));
    }

    /** As radiusd.conf lists it. */
    private static Map<String, String> environment(Path copy, int port, String token) {
        return Map.of(
                "NAMESAKE_URL",
                server.uri("").toString(),
                "NAMESAKE_RADIUS_TOKEN",
                token,
                "NAMESAKE_RADIUS_ADDRESS",
                "127.0.0.1",
                "NAMESAKE_RADIUS_PORT",
                Integer.toString(port),
                "NAMESAKE_RADIUS_SECRET",
                SECRET,
                "NAMESAKE_RADIUS_CONFIG",
                copy.toString(),
                "NAMESAKE_RADIUS_RUN",
                copy.toString(),
                "NAMESAKE_RADIUS_REMEMBER",
                "86400");
    }

    @AfterAll
    static void stop() {
        if (accessServer != null) {
            accessServer.close();
        }
        if (radius != null) {
            radius.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    @Order(1)
    void a_line_comes_up_once_its_holder_is_verified_and_not_before() {
        assertThat(authorise(ADA, PASSWORD).rejected())
                .as("a line that nobody asked for")
                .isTrue();
        verify(ADA);

        Asked asked = authorise(ADA, PASSWORD);

        assertThat(asked.accepted()).as(asked.printed()).isTrue();
        // Sessions stand under the line's one name, by which they are found when it changes.
        assertThat(asked.printed()).contains("User-Name = \"" + ADA + "\"", "Framed-Pool = \"subscribers\"");
        assertThat(authorise(ADA, "wrong").rejected()).isTrue();
    }

    @Test
    @Order(2)
    void a_line_that_is_applied_for_is_rejected_with_where_to_verify() {
        Application.open(server, BOB);

        Asked asked = authorise(BOB, PASSWORD);

        assertThat(asked.rejected()).as(asked.printed()).isTrue();
        assertThat(asked.printed()).contains("Verify at " + server.uri("/")).doesNotContain("Framed-Pool");
        assertThat(authorise(BOB, "wrong").printed())
                .as("who does not have the password learns nothing of the line")
                .doesNotContain("Reply-Message");
    }

    @Test
    @Order(3)
    void a_circuit_that_the_network_names_is_a_line() {
        Asked known = ask("User-Name=\"dhcp\",NAS-Port-Id=\"" + CIRCUIT + "\"");
        assertThat(known.accepted()).as(known.printed()).isTrue();
        assertThat(known.printed()).contains("User-Name = \"" + ADA + "\"");
        assertThat(ask("User-Name=\"dhcp\",NAS-Port-Id=\"bng1 eth 1/7:36\"").rejected())
                .isTrue();
    }

    @Test
    @Order(4)
    void nobody_takes_accounting_and_no_log_names_a_line() {
        Asked asked = FreeRadius.ask(
                port, "acct", SECRET, "User-Name=\"" + ADA + "\",Acct-Session-Id=1,Acct-Status-Type=Start");

        assertThat(asked.printed()).doesNotContain("Received");
        assertThat(asked.exitCode()).isNotZero();
        assertThat(radius.log()).doesNotContain(ADA, BOB, CIRCUIT);
        assertThat(server.log()).doesNotContain(ADA, BOB);
    }

    @Test
    @Order(5)
    void the_access_server_is_told_when_a_line_ends() throws Exception {
        Path copy = folder.resolve("access-server");
        int listening = FreeRadius.freePort();
        accessServer = FreeRadius.start(
                Path.of("src/test/resources/access-server"),
                copy,
                Map.of(),
                Map.of(
                        "ACCESS_SERVER_RUN",
                        copy.toString(),
                        "ACCESS_SERVER_PORT",
                        Integer.toString(listening),
                        "ACCESS_SERVER_SECRET",
                        SECRET,
                        "ACCESS_SERVER_SESSION",
                        "eve@isp.example"));
        Answer created = Api.operator(server)
                .post("/v1/radius/access-servers", Map.of("address", "127.0.0.1", "port", listening, "secret", SECRET));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        // One line has a session there and the other has none.
        for (String line : new String[] {"eve@isp.example", "joe@isp.example"}) {
            verify(line);
            Answer ended =
                    Api.operator(server).post("/v1/lines/port-out", Map.of("line", line, "reference", "ORDER-1"));
            assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
        }

        Path asked = copy.resolve("asked");
        Awaitility.await("both Disconnect-Requests")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(asked) && Files.readAllLines(asked).size() >= 2);
        assertThat(Files.readAllLines(asked))
                .anyMatch(line -> line.startsWith("Disconnect-Request eve@isp.example"))
                .anyMatch(line -> line.startsWith("Disconnect-Request joe@isp.example"));
        Awaitility.await("nothing left to tell")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Api.operator(server)
                        .get("/v1/radius/access-servers/" + created.text("id") + "/notices")
                        .body()
                        .get("notices")
                        .isEmpty());
    }

    @Test
    @Order(6)
    void a_server_whose_token_is_wrong_lets_no_line_on_and_says_so_without_naming_one() throws Exception {
        Path copy = folder.resolve("wrong-token");
        int listening = FreeRadius.freePort();
        try (var wrong = FreeRadius.start(
                Path.of("../deploy/freeradius"),
                copy,
                Map.of("users", account(ADA)),
                environment(copy, listening, "nsr_" + "0".repeat(32) + "_" + "A".repeat(43)))) {
            for (int i = 0; i < 2; i++) {
                Asked asked = FreeRadius.ask(
                        listening,
                        "auth",
                        SECRET,
                        "User-Name=\"" + ADA + "\",User-Password=\"" + PASSWORD + "\",Message-Authenticator=0x00");
                assertThat(asked.rejected()).as(asked.printed() + wrong.log()).isTrue();
            }
        }

        assertThat(Files.readAllLines(copy.resolve("namesake.log")))
                .as("once a minute, and nothing of a line")
                .isNotEmpty()
                .allMatch(line -> line.contains("refuses this server's token") && !line.contains(ADA));
    }

    @Test
    @Order(7)
    void without_namesake_the_last_answer_counts_and_a_line_that_it_never_let_on_stays_off() throws Exception {
        assertThat(authorise(ADA, PASSWORD).accepted()).isTrue();
        server.kill();

        Asked known = authorise(ADA, PASSWORD);

        assertThat(known.accepted()).as(known.printed() + radius.log()).isTrue();
        assertThat(known.printed()).contains("User-Name = \"" + ADA + "\"");
        assertThat(authorise(BOB, PASSWORD).rejected()).isTrue();
        assertThat(ask("User-Name=\"new@isp.example\",User-Password=\"" + PASSWORD + "\"")
                        .rejected())
                .isTrue();
        server = null;
    }

    private static void verify(String line) {
        People people = People.available();
        assertThat(Application.open(server, line)
                        .consent()
                        .document(people.document())
                        .selfie(people.selfie())
                        .submit()
                        .decided()
                        .at("/decision/outcome")
                        .asString())
                .isEqualTo("VERIFIED");
    }

    private static Asked authorise(String line, String password) {
        return ask("User-Name=\"" + line + "\",User-Password=\"" + password + "\"");
    }

    private static Asked ask(String attributes) {
        return FreeRadius.ask(port, "auth", SECRET, attributes + ",Message-Authenticator=0x00");
    }

    private static String account(String name) {
        return name + "\tCleartext-Password := \"" + PASSWORD + "\"\n\tFramed-Pool := \"subscribers\"\n\n";
    }
}
