package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.promise;

import io.namesake.audit.ProofVerification;
import io.namesake.audit.ProofVerifier;
import io.namesake.audit.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log can be checked without the server, and a bent entry is found. */
final class ProofChapter extends Chapter {

    ProofChapter(Narrator narrator, Cast cast) {
        super(narrator, cast);
    }

    @Override
    void play() {
        narrator.chapter("A proof that needs no trust in the server");
        var checkpoint = cast.operator().post("/v1/audit/checkpoints", Map.of()).must(200);
        var size = checkpoint.text().lines().skip(1).findFirst().orElseThrow();
        var key = VerifierKey.parse(
                        cast.operator().get("/v1/audit/key").must(200).text().strip())
                .orElseThrow(() -> new BrokenPromise("The key of the log must be one"));
        narrator.step("The log is signed", size + " entries, by " + key.text());
        var proof = cast.operator().get("/v1/audit/entries/1/proof").must(200);
        var verifier = new ProofVerifier(List.of(key), Optional.empty());
        promise(
                verifier.verify(proof.body()) instanceof ProofVerification.Proven,
                "An entry of the log must be provable offline: " + verifier.verify(proof.body()));
        narrator.step(
                "The proof of the first entry is checked offline",
                ((ProofVerification.Proven) verifier.verify(proof.body())).statement());
        var bent = proof.text().replaceFirst("\"subject\":\"[^\"]{3}", "\"subject\":\"xyz");
        promise(!bent.equals(proof.text()), "The proof must hold the entry itself");
        promise(
                !(verifier.verify(bent.getBytes(StandardCharsets.UTF_8)) instanceof ProofVerification.Proven),
                "A bent entry must not be provable");
        narrator.step("Somebody bends the entry", "nothing is proved any more");
    }
}
