package io.namesake.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.client.FakeServer.Answer;
import io.namesake.client.model.CreatedApplication;
import io.namesake.client.model.Line;
import io.namesake.client.model.NewApplication;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/clients.md} are those that are compiled and run here. */
class ClientsPageTest {
    private static final Path PAGE = Path.of("../../docs/clients.md");
    private static final Path HERE = Path.of("src/test/java/io/namesake/client/ClientsPageTest.java");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

    @Test
    void the_page_shows_the_code_of_this_class() throws Exception {
        String code = flat(Files.readString(HERE));
        List<String> examples = EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> flat(found.group(1)))
                .toList();

        assertThat(examples).hasSize(2).allSatisfy(example -> assertThat(code).contains(example));
    }

    @Test
    void a_program_starts_an_application() throws Exception {
        try (FakeServer fake = new FakeServer(asked -> Answer.json(
                201,
                asked.target().equals("/oauth2/token")
                        ? "{\"access_token\":\"t\",\"expires_in\":600}"
                        : "{\"captureLink\":{\"url\":\"https://namesake.example/apply/1#t\"}}"))) {
            assertThat(started(fake.uri().toString(), "c1", "ncs_1"))
                    .isEqualTo(URI.create("https://namesake.example/apply/1#t"));
            assertThat(fake.asked().getLast().headers()).containsEntry("idempotency-key", "order-4711");
        }
    }

    @Test
    void a_line_that_nobody_knows_is_none_and_another_problem_is_told() throws Exception {
        List<String> told = new ArrayList<>();
        try (FakeServer fake = new FakeServer(asked -> asked.target().endsWith("1")
                        ? Answer.json(404, "{\"code\":\"line-unknown\"}")
                        : Answer.json(403, "{\"code\":\"not-allowed\",\"nextStep\":\"Ask for the scope.\"}"));
                NamesakeClient client = NamesakeClient.of(fake.uri()).build()) {
            assertThat(found(client, "+861", told::add)).isEmpty();
            assertThatThrownBy(() -> found(client, "+862", told::add)).isInstanceOf(ProblemException.class);
            assertThat(told).containsExactly("not-allowed: Ask for the scope.");
        }
    }

    private static URI started(String server, String clientId, String secret) {
        try (NamesakeClient namesake = NamesakeClient.of(URI.create(server))
                .program(clientId, secret, "applications:write", "lines:read")
                .timeout(Duration.ofSeconds(20))
                .build()) {
            CreatedApplication application = new ApplicationsApi(namesake)
                    .createApplication(
                            NewApplication.builder()
                                    .service(NewApplication.ServiceEnum.MOBILE)
                                    .line("+8613800138000")
                                    .locale(NewApplication.LocaleEnum.EN)
                                    .build(),
                            "order-4711");
            return application.captureLink().url();
        }
    }

    private static Optional<Line> found(NamesakeClient namesake, String line, Consumer<String> log) {
        try {
            return Optional.of(new LinesApi(namesake).getLine(line));
        } catch (ProblemException problem) {
            if (problem.code().equals("line-unknown")) {
                return Optional.empty();
            }
            log.accept(problem.code() + ": " + problem.nextStep().orElse(""));
            throw problem;
        }
    }

    /** Without what the formatter may change. */
    private static String flat(String code) {
        return code.replaceAll("\\s+", "");
    }
}
