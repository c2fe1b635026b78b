package io.namesake.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.namesake.e2e.Api.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bank's web site: {@code /} sends the browser to Namesake, {@code /back} takes it in again and trades the code for a token about
 * one line (OAuth 2.1 with PKCE).
 */
final class BankByRedirect implements AutoCloseable {
    private static final String VERIFIER = "v".repeat(64);

    private final HttpServer site;
    private final Api anyone;
    private final String state = UUID.randomUUID().toString();
    private String credentials = "";
    private String clientId = "";
    private volatile @Nullable Answer tokens;

    private BankByRedirect(HttpServer site, Api anyone) {
        this.site = site;
        this.anyone = anyone;
    }

    /** Registered by the operator for these scopes, and open. */
    static BankByRedirect open(Api operator, String name, List<String> scopes) throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        BankByRedirect bank = new BankByRedirect(site, operator.as(""));
        Answer made = operator.post(
                        "/v1/api-clients",
                        Map.of(
                                "name",
                                name,
                                "kind",
                                "THIRD_PARTY",
                                "scopes",
                                scopes,
                                "redirectUris",
                                List.of(bank.back())))
                .must(201);
        bank.clientId = made.body().at("/client/id").asString();
        bank.credentials = "&client_id=" + bank.clientId + "&client_secret=" + encoded(made.text("secret"));
        String asked = "openid offline_access dpv:FraudPreventionAndDetection " + String.join(" ", scopes);
        site.createContext("/", exchange -> bank.send(exchange, asked));
        site.createContext("/back", bank::take);
        site.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        site.start();
        return bank;
    }

    URI door() {
        return URI.create(back()).resolve("/");
    }

    /** With the token that the browser brought. */
    Api asThePersonAllowed() {
        return anyone.as(Optional.ofNullable(tokens).orElseThrow().text("access_token"));
    }

    private String back() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/back";
    }

    private void send(HttpExchange exchange, String asked) throws IOException {
        String query = "response_type=code&client_id=" + clientId + "&redirect_uri=" + encoded(back()) + "&scope="
                + encoded(asked) + "&state=" + state + "&nonce=n&code_challenge=" + challenge()
                + "&code_challenge_method=S256";
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        anyone.server().uri("/oauth2/authorize?" + query).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> brought = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        String words = "Not today.";
        if (brought.containsKey("code") && state.equals(brought.get("state"))) {
            tokens = anyone.postForm(
                            "/oauth2/token",
                            "grant_type=authorization_code&code=" + encoded(brought.get("code")) + "&redirect_uri="
                                    + encoded(back()) + "&code_verifier=" + VERIFIER + credentials)
                    .must(200);
            words = "Welcome to the bank.";
        }
        byte[] page = ("<!doctype html><title>Bank</title><p id=words>" + words + "</p>").getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        site.stop(0);
    }
}
