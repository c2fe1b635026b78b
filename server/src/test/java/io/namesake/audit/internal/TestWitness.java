package io.namesake.audit.internal;

import com.google.crypto.tink.subtle.Ed25519Sign;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.namesake.audit.merkle.Hash;
import io.namesake.audit.merkle.MerkleProof;
import io.namesake.audit.note.SignedCheckpoint;
import io.namesake.audit.note.VerifierKey;
import io.namesake.audit.note.WitnessKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A witness of one log as C2SP's tlog-witness describes it, on a port of its own. */
final class TestWitness implements AutoCloseable {
    static final long SEEN_AT = 1_790_000_000L;

    final WitnessKey key;
    /** The size that each request said was the old one. */
    final List<Long> asked = new ArrayList<>();

    private final Ed25519Sign.KeyPair pair;
    private final VerifierKey ofTheLog;
    private final HttpServer server;
    private Optional<SignedCheckpoint> seen = Optional.empty();
    /** What it answers instead; null to do what it should. */
    private Answer instead;

    private record Answer(int status, String body) {}

    TestWitness(String name, VerifierKey ofTheLog) {
        try {
            this.pair = Ed25519Sign.KeyPair.newKeyPair();
            this.key = WitnessKey.of(name, pair.getPublicKey());
            this.ofTheLog = ofTheLog;
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/log/add-checkpoint", this::answer);
            server.start();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the settings of a server name it. */
    String setting() {
        return key.text() + " http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/log";
    }

    Witness client() {
        return new HttpWitness(
                new WitnessSettings(List.of(setting()), Duration.ofSeconds(30))
                        .places()
                        .getFirst(),
                Duration.ofSeconds(30));
    }

    void saysInstead(int status, String body) {
        instead = new Answer(status, body);
    }

    void saysWhatItShould() {
        instead = null;
    }

    void forgets() {
        seen = Optional.empty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = instead != null ? instead : witnessed(request);
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private Answer witnessed(String request) throws GeneralSecurityException {
        int end = request.indexOf("\n\n");
        var head = request.substring(0, end).split("\n");
        long old = Long.parseLong(head[0].substring("old ".length()));
        asked.add(old);
        var checkpoint = SignedCheckpoint.parse(request.substring(end + 2)).orElseThrow();
        if (!checkpoint.isSignedBy(List.of(ofTheLog))) {
            return new Answer(403, "");
        }
        long known = seen.map(before -> before.checkpoint().size()).orElse(0L);
        if (old != known) {
            return new Answer(409, known + "\n");
        }
        var proof = new ArrayList<Hash>();
        for (int i = 1; i < head.length; i++) {
            proof.add(Hash.of(Base64.getDecoder().decode(head[i])));
        }
        if (seen.isPresent() && !isGrown(seen.get(), checkpoint, proof)) {
            return new Answer(422, "");
        }
        seen = Optional.of(checkpoint);
        return new Answer(200, cosignature(checkpoint, SEEN_AT));
    }

    private static boolean isGrown(SignedCheckpoint before, SignedCheckpoint after, List<Hash> proof) {
        return MerkleProof.isConsistent(
                before.checkpoint().size(),
                before.checkpoint().root(),
                after.checkpoint().size(),
                after.checkpoint().root(),
                proof);
    }

    /** A line of a note. */
    String cosignature(SignedCheckpoint checkpoint, long seconds) throws GeneralSecurityException {
        var note = checkpoint.note();
        var text = note.substring(0, note.indexOf("\n\n") + 1).getBytes(StandardCharsets.UTF_8);
        var signature = new Ed25519Sign(pair.getPrivateKey()).sign(WitnessKey.message(seconds, text));
        var marked = ByteBuffer.allocate(76).put(key.id()).putLong(seconds).put(signature);
        return "\u2014 " + key.name() + " " + Base64.getEncoder().encodeToString(marked.array()) + "\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
