package io.namesake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.namesake.e2e.Api.Answer;
import io.namesake.e2e.Distribution.Finished;
import io.namesake.e2e.WebhookReceiver.Delivery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road in a real browser, from the operator's request to its network being told. */
class ApplicantRoadIT {

    private static final People PEOPLE = People.available();

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static ServerDatabase database;
    private static Api operator;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(
                folder.resolve("data"),
                Map.of("NAMESAKE_POLICY", ServerProcess.POLICY_FOR_TYPED, "NAMESAKE_DOCUMENTS_SPECIMENS", "true"));
        database = ServerDatabase.of(server.data());
        operator = Api.operator(server);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
        server.close();
    }

    @Test
    void a_person_with_their_own_document_gets_an_active_line_and_the_network_is_told() throws Exception {
        String line = "+8613800138001";
        try (WebhookReceiver network = WebhookReceiver.start();
                FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            long others = StoredPictures.in(database);
            long othersEvidence = database.count("evidence");
            WebhookSignature signature = subscribe(network);
            Answer created = Application.create(operator, line);
            assertThat(operator.get("/v1/lines/" + line).text("status")).isEqualTo("PENDING");

            ApplicantPage applicant = new ApplicantPage(browser.visitOf(PEOPLE.selfieImage(), "en"))
                    .open(link(created))
                    .consent()
                    .document(PEOPLE.document())
                    .selfieWithMovements();
            assertThat(StoredPictures.in(database))
                    .as("document and selfie, and no other frame")
                    .isEqualTo(others + 2);
            applicant.submit("VERIFIED");

            assertThat(applicant.step("images-erased")).not().hasAttribute("data-erased-at", "");
            assertThat(operator.get("/v1/lines/" + line).text("status")).isEqualTo("ACTIVE");
            assertThat(StoredPictures.in(database)).isEqualTo(others);
            assertThat(database.count("evidence")).as("what was typed").isEqualTo(othersEvidence);
            Page desk = browser.visit("en");
            new OperatorPage(desk)
                    .open(server)
                    .signIn()
                    .showsApplication(line, "VERIFIED")
                    .showsLine(line, "ACTIVE");
            Accessibility.requireNothingSerious(desk);
            Delivery activated = received(network, "line.activated");
            assertThat(activated.json().get("data").get("line").asString()).isEqualTo(line);
            assertThat(network.deliveries("application.verified")).hasSize(1);
            for (Delivery delivery : network.deliveries()) {
                assertThat(signature.isRight(
                                delivery.id(), delivery.timestamp(), delivery.body(), delivery.signature()))
                        .as(delivery.type())
                        .isTrue();
            }
        }
    }

    @Test
    void a_person_whose_documents_chip_is_read_types_nothing_and_gets_the_line() throws Exception {
        Path portrait = Files.write(folder.resolve("portrait.jpg"), PEOPLE.document());
        Path chip = folder.resolve("chip");
        Finished made = Distribution.built()
                .run(folder, "specimen", "chip", "--portrait", portrait.toString(), "--out", chip.toString());
        assertThat(made.exitCode()).as(made.err()).isZero();
        try (FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            long othersEvidence = database.count("evidence");
            Answer created = Application.create(operator, "+8613800138007");

            new ApplicantPage(browser.visitOf(PEOPLE.selfieImage(), "en"))
                    .open(link(created))
                    .consent()
                    .chip(Files.readAllBytes(chip.resolve("chip.zip")))
                    .selfieWithMovements()
                    .submit("VERIFIED");

            assertThat(operator.get("/v1/lines/+8613800138007").text("status")).isEqualTo("ACTIVE");
            assertThat(database.count("evidence")).as("what was read").isEqualTo(othersEvidence);
        }
    }

    @Test
    void a_photo_of_a_passport_is_read_instead_of_typed() throws Exception {
        Path portrait = Files.write(folder.resolve("portrait-to-print.jpg"), PEOPLE.document());
        Path cards = folder.resolve("cards");
        Finished drawn = Distribution.built()
                .run(
                        folder,
                        "specimen",
                        "card",
                        "--kind",
                        "PASSPORT",
                        "--photos",
                        "5",
                        "--portrait",
                        portrait.toString(),
                        "--out",
                        cards.toString());
        assertThat(drawn.exitCode()).as(drawn.err()).isZero();
        try (FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            Answer created = Application.create(operator, "+8613800138008");

            ApplicantPage applicant = new ApplicantPage(browser.visit("en"))
                    .open(link(created))
                    .consent()
                    .photo(Files.readAllBytes(cards.resolve("passport-photo.jpg")));

            assertThat(applicant.step("selfie")).isVisible();
            Answer application = operator.get("/v1/applications/" + created.text("id"));
            assertThat(application.body().at("/document/source").asString()).isEqualTo("PRINT");
            assertThat(application.body().at("/document/confirmed").asBoolean()).isTrue();
        }
    }

    @Test
    void a_selfie_of_another_person_is_refused_and_the_line_stays_off() throws Exception {
        String line = "+8613800138002";
        try (WebhookReceiver network = WebhookReceiver.start();
                FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            long others = StoredPictures.in(database);
            long othersEvidence = database.count("evidence");
            subscribe(network);
            Answer created = Application.create(operator, line);

            ApplicantPage applicant = new ApplicantPage(browser.visitOf(PEOPLE.strangerImage(), "en"))
                    .open(link(created))
                    .consent()
                    .document(PEOPLE.document())
                    .selfieWithMovements()
                    .submit("REFUSED");

            assertThat(applicant.step("reason").first()).isVisible();
            Delivery refused = received(network, "application.refused");
            assertThat(refused.body()).contains("FACE_DOES_NOT_MATCH").doesNotContain("Muster");
            assertThat(operator.get("/v1/lines/" + line).text("status")).isEqualTo("PENDING");
            assertThat(network.deliveries("line.activated")).isEmpty();
            assertThat(StoredPictures.in(database)).isEqualTo(others);
            assertThat(database.count("evidence")).as("what was typed").isEqualTo(othersEvidence);

            // A refusal about the face is no dead end.
            applicant.step("attended-check").click();
            applicant.verdict("REVIEW");
            assertThat(operator.get("/v1/lines/" + line).text("status")).isEqualTo("PENDING");
        }
    }

    @Test
    void who_makes_no_movements_gives_a_still_picture_and_a_person_decides() throws Exception {
        try (FilmedBrowser browser = browserBefore(PEOPLE.selfie())) {
            Answer created = Application.create(operator, "+8613800138004");

            ApplicantPage applicant = new ApplicantPage(browser.visit("en"))
                    .open(link(created))
                    .consent()
                    .document(PEOPLE.document())
                    .withoutMovements()
                    .selfieTakenByItself()
                    .submit("REVIEW");

            assertThat(applicant.step("reason").first()).hasAttribute("data-code", "CHALLENGE_NOT_DONE");
        }
    }

    @Test
    void who_declines_the_face_scan_gets_a_check_by_a_person_in_chinese_and_by_keyboard() throws Exception {
        try (FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            Answer created = operator.post(
                    "/v1/applications", Map.of("service", "INTERNET", "line", "wang@example.net", "locale", "zh-CN"));
            Page page = browser.visit("zh-CN");
            ApplicantPage applicant = new ApplicantPage(page).open(link(created));
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");

            new Keyboard(page).press("attended-check");

            applicant.verdict("REVIEW");
            assertThat(page.getByTestId("verdict")).containsText("人工");
            Answer application = operator.get("/v1/applications/" + created.text("id"));
            assertThat(application.text("state")).isEqualTo("REVIEW");
            assertThat(application.body().get("consent").isNull()).isTrue();
            assertThat(operator.get("/v1/lines/wang@example.net").text("status"))
                    .isEqualTo("PENDING");
        }
    }

    @Test
    void the_consent_can_be_given_by_keyboard_alone() throws Exception {
        try (FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            Page page = browser.visit("en");
            ApplicantPage applicant =
                    new ApplicantPage(page).open(link(Application.create(operator, "+8613800138003")));

            new Keyboard(page).press("consent-accept");

            assertThat(applicant.step("document")).isVisible();
            // The new step's heading has the focus, so that a screen reader begins there.
            assertThat(page.locator("h1")).isFocused();
        }
    }

    @Test
    void the_home_page_keeps_nobody_out() {
        try (FilmedBrowser browser = FilmedBrowser.start(Optional.empty())) {
            for (String language : List.of("en", "zh-CN")) {
                Page page = browser.visit(language);
                page.navigate(server.uri("/").toString());
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertThat(page.locator("h1")).isVisible();
                Accessibility.requireNothingSerious(page);
            }
        }
    }

    private static FilmedBrowser browserBefore(byte[] face) throws Exception {
        Path film = Files.createTempFile(folder, "film", ".y4m");
        return FilmedBrowser.start(Optional.of(CameraFilm.write(People.image(face), film)));
    }

    private static WebhookSignature subscribe(WebhookReceiver network) {
        Answer endpoint = operator.post(
                "/v1/webhook-endpoints",
                Map.of(
                        "url",
                        network.uri().toString(),
                        "eventTypes",
                        List.of(
                                "application.verified",
                                "application.refused",
                                "application.review-requested",
                                "line.activated")));
        assertThat(endpoint.status()).as(endpoint.toString()).isEqualTo(201);
        return new WebhookSignature(endpoint.text("secret"));
    }

    private static Delivery received(WebhookReceiver network, String type) {
        return Awaitility.await(type)
                .atMost(Duration.ofSeconds(15))
                .until(() -> network.deliveries(type).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static String link(Answer created) {
        return created.body().get("captureLink").get("url").asString();
    }
}
