package io.namesake.cli;

import io.namesake.cli.demo.DemoOperator;
import io.namesake.client.DemoApi;
import io.namesake.client.NamesakeClient;
import io.namesake.client.model.NewDemoApplication;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Does once, on data that it throws away, what a demo and a verification do first, so that the launcher can have Java write
 * down which classes that takes (JEP 483, JEP 514) and start faster from then on.
 */
@Command(name = "rehearse", hidden = true, description = "Used by the launcher after a build.")
final class RehearseCommand implements Callable<Integer> {

    private static final String SAMPLES = "/io/namesake/models/samples/";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("namesake-rehearsal");
        try {
            serve(folder);
            compare();
        } finally {
            delete(folder);
        }
        return Exit.OK.code();
    }

    private static void serve(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        DemoOperator operator = DemoOperator.of(folder, new SecureRandom());
        URI address = URI.create("http://localhost:" + port);
        try (Server _ = Server.start(operator.settings(folder, port, address.toString()));
                HttpClient client = HttpClient.newHttpClient();
                NamesakeClient api = NamesakeClient.of(address).build()) {
            // Pages and the health are no part of the API.
            for (String path : List.of("/", "/actuator/health")) {
                client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.discarding());
            }
            var demo = new DemoApi(api);
            demo.getDemo();
            demo.createDemoApplication(NewDemoApplication.builder()
                    .service(NewDemoApplication.ServiceEnum.MOBILE)
                    .locale(NewDemoApplication.LocaleEnum.EN)
                    .build());
        }
    }

    private static void compare() throws IOException {
        try (FaceVerifier verifier = FaceVerifier.open()) {
            Verification verification = verifier.verify(sample("a-document.jpg"), sample("a-selfie.jpg"));
            if (verification instanceof Verification.Unusable unusable) {
                throw new IllegalStateException("A sample picture can't be used: " + unusable.reason());
            }
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = RehearseCommand.class.getResourceAsStream(SAMPLES + name)) {
            return in.readAllBytes();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
