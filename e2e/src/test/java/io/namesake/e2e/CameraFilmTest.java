package io.namesake.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CameraFilmTest {

    private static final String PAGE = """
            <!doctype html><title>x</title><video autoplay muted playsinline></video>
            <script>
            async function look() {
              const video = document.querySelector('video');
              video.srcObject = await navigator.mediaDevices.getUserMedia({video: {width: 640, height: 480}});
              for (let frame = 0; frame < 5; frame++) await new Promise(done => video.requestVideoFrameCallback(done));
              const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
              const pen = canvas.getContext('2d');
              pen.drawImage(video, 0, 0);
              const at = (x, y) => [...pen.getImageData(x, y, 1, 1).data.slice(0, 3)];
              return [video.videoWidth, video.videoHeight, ...at(320, 120), ...at(320, 360), ...at(20, 120)];
            }
            </script>""";

    @Test
    void the_browser_sees_the_photo_in_its_colours_with_its_borders_drawn_out(@TempDir Path folder) throws IOException {
        Path film = CameraFilm.write(redAboveBlue(), folder.resolve("film.y4m"));
        HttpServer site = site();
        try (FilmedBrowser browser = FilmedBrowser.start(Optional.of(film))) {
            Page page = browser.visit("en");
            page.navigate("http://localhost:" + site.getAddress().getPort() + "/");

            List<?> seen = (List<?>) page.evaluate("look()");

            assertThat(seen.subList(0, 2)).isEqualTo(List.of(640, 480));
            assertColour(seen.subList(2, 5), 200, 30, 30);
            assertColour(seen.subList(5, 8), 30, 30, 200);
            assertColour(seen.subList(8, 11), 200, 30, 30);
        } finally {
            site.stop(0);
        }
    }

    private static void assertColour(List<?> seen, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((Integer) seen.get(i)).isCloseTo(expected[i], within(12));
        }
    }

    private static BufferedImage redAboveBlue() {
        BufferedImage photo = new BufferedImage(250, 250, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(new Color(200, 30, 30));
        graphics.fillRect(0, 0, 250, 125);
        graphics.setColor(new Color(30, 30, 200));
        graphics.fillRect(0, 125, 250, 125);
        graphics.dispose();
        return photo;
    }

    private static HttpServer site() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            try (exchange) {
                byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        site.start();
        return site;
    }
}
