package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.promise;

import io.namesake.audit.ProofVerification;
import io.namesake.audit.ProofVerifier;
import io.namesake.audit.note.VerifierKey;
import io.namesake.client.AuditApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The log can be checked without the server, and a bent entry is found. */
final class ProofChapter extends Chapter {

    ProofChapter(Narrator narrator, Cast cast) {
        super(narrator, cast);
    }

    @Override
    void play() {
        narrator.chapter("A proof that needs no trust in the server");
        var audit = new AuditApi(cast.operator());
        var size = audit.makeAuditCheckpoint().lines().skip(1).findFirst().orElseThrow();
        var key = VerifierKey.parse(audit.getAuditKey().strip())
                .orElseThrow(() -> new BrokenPromise("The key of the log must be one"));
        narrator.step("The log is signed", size + " entries, by " + key.text());
        audit.proveAuditEntry(1L);
        // As it came: what is signed are these very bytes.
        var proof = narrator.last();
        var verifier = new ProofVerifier(List.of(key), Optional.empty());
        promise(
                verifier.verify(proof.answer()) instanceof ProofVerification.Proven,
                "An entry of the log must be provable offline: " + verifier.verify(proof.answer()));
        narrator.step(
                "The proof of the first entry is checked offline",
                ((ProofVerification.Proven) verifier.verify(proof.answer())).statement());
        var bent = proof.text().replaceFirst("\"subject\":\"[^\"]{3}", "\"subject\":\"xyz");
        promise(!bent.equals(proof.text()), "The proof must hold the entry itself");
        promise(
                !(verifier.verify(bent.getBytes(StandardCharsets.UTF_8)) instanceof ProofVerification.Proven),
                "A bent entry must not be provable");
        narrator.step("Somebody bends the entry", "nothing is proved any more");
    }
}
