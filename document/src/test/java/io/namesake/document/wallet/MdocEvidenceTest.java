package io.namesake.document.wallet;

import io.namesake.document.EvidenceContract;
import io.namesake.document.EvidenceSource;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Strength;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.support.Specimens;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

class MdocEvidenceTest extends EvidenceContract {

    @Override
    protected EvidenceSource source() {
        return EvidenceSource.WALLET;
    }

    @Override
    protected Strength strength() {
        return Strength.STRONG;
    }

    @Override
    protected IdentityEvidence genuine() throws Exception {
        return Wallets.read(Wallets.licence().present(Wallets.NEEDED, Wallets.TRANSCRIPT));
    }

    @Override
    protected List<Case> altered() {
        byte[] renamed = Wallets.licence().present(Wallets.NEEDED, Wallets.TRANSCRIPT);
        renamed[new String(renamed, StandardCharsets.ISO_8859_1).indexOf("ERIKSSON")] = 'A';
        SpecimenIssuer another = SpecimenIssuer.make(Specimens.NOW, Wallets.RANDOM);
        SpecimenMdoc foreign = SpecimenMdoc.issue(
                another, CredentialKind.DRIVING_LICENCE, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM);
        return List.of(
                new Case("another name", () -> Wallets.read(renamed)),
                new Case(
                        "another issuer's signature",
                        () -> Wallets.read(foreign.present(Wallets.NEEDED, Wallets.TRANSCRIPT))),
                new Case(
                        "shown to somebody else",
                        () -> Wallets.read(Wallets.licence()
                                .present(
                                        Wallets.NEEDED, Wallets.transcript("nonce-1", "x509_san_dns:other.example")))));
    }

    @Override
    protected List<Case> foreign() {
        byte[] response = Wallets.licence().present(Wallets.NEEDED, Wallets.TRANSCRIPT);
        return List.of(
                new Case("a letter", () -> Wallets.read("This is a letter.".getBytes(StandardCharsets.UTF_8))),
                new Case("nothing", () -> Wallets.read(new byte[0])),
                new Case("half a response", () -> Wallets.read(Arrays.copyOf(response, response.length / 2))),
                new Case("a picture", () -> Wallets.read(Specimens.PORTRAIT.bytes())));
    }
}
