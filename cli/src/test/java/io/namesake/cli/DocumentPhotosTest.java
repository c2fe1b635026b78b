package io.namesake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.specimen.card.Capture;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Specimens are drawn and read by the commands themselves. */
class DocumentPhotosTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void portrait() throws IOException {
        try (InputStream sample = getClass().getResourceAsStream("/io/namesake/models/samples/a-document.jpg")) {
            Files.copy(sample, folder.resolve("me.jpg"));
        }
    }

    @Test
    void a_specimen_passport_is_refused_and_with_a_switch_read_and_never_authenticated() {
        assertThat(draw("--kind", "passport", "--surname", "Müller")).isZero();
        assertThat(run("document", file("passport.png"))).isEqualTo(1);
        assertThat(out.toString()).contains("REFUSED", "UTO, which stands for no country");
        assertThat(run("document", file("passport.png"), "--specimens", "--portrait", file("portrait.jpg")))
                .isEqualTo(2);
        assertThat(out.toString()).contains("ANNA MARIA MULLER", "READ, NOT AUTHENTICATED, strength FAIR", "UTO");
        assertThat(folder.resolve("portrait.jpg")).isNotEmptyFile();
    }

    @Test
    void the_sides_of_a_card_are_read_from_photos_in_any_order() throws IOException {
        assertThat(draw("--kind", "card", "--photos", "3", "--sex", "female")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("document", file("card-back-photo.jpg"), file("card-front-photo.jpg"), "--specimens", "--json"))
                .isEqualTo(2);
        JsonNode evidence = JsonMapper.shared().readTree(out.toString());
        assertThat(evidence.get("identity").get("surname").asString()).isEqualTo("SPECIMEN");
        assertThat(evidence.get("identity").get("sex").asString()).isEqualTo("FEMALE");
    }

    @Test
    void the_portrait_is_cut_out_of_a_cards_front_that_lies_across() throws Exception {
        assertThat(draw("--kind", "card")).isZero();
        Page front = PageDecoder.decode(Files.readAllBytes(folder.resolve("card-front.png")));
        Files.write(
                folder.resolve("across.jpg"),
                Capture.GOOD.withTurn(90).withFill(0.6).take(front, new Random(5)));
        assertThat(run(
                        "document",
                        file("across.jpg"),
                        file("card-back.png"),
                        "--specimens",
                        "--portrait",
                        file("portrait.jpg")))
                .isEqualTo(2);
        Page portrait = PageDecoder.decode(Files.readAllBytes(folder.resolve("portrait.jpg")));
        assertThat((double) portrait.height() / portrait.width()).isBetween(1.2, 1.35);
        assertThat(portrait.width()).as("pixels of some 30 mm").isBetween(180, 450);
    }

    @Test
    void a_picture_of_something_else_is_answered_with_what_to_do() {
        assertThat(run("document", file("me.jpg"))).isEqualTo(65);
        assertThat(err.toString()).contains("This can't be read.", "document");
    }

    @Test
    void a_damaged_picture_is_unreadable() throws IOException {
        byte[] picture = Files.readAllBytes(folder.resolve("me.jpg"));
        Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(picture, 400));
        assertThat(run("document", file("cut.jpg"))).isEqualTo(65);
        assertThat(err.toString()).contains("This can't be read: ");
    }

    private int draw(String... options) {
        String[] call = {"specimen", "card", "--portrait", file("me.jpg"), "--out", folder.toString()};
        String[] all = Arrays.copyOf(call, call.length + options.length);
        System.arraycopy(options, 0, all, call.length, options.length);
        return run(all);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return Namesake.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
