package io.namesake.document.wallet;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import io.namesake.document.EvidenceContract;
import io.namesake.document.EvidenceSource;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.Strength;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenSdJwt;
import io.namesake.document.support.Specimens;
import java.util.ArrayList;
import java.util.List;

class SdJwtEvidenceTest extends EvidenceContract {

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
        return Wallets.read(Wallets.card().present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW));
    }

    @Override
    protected List<Case> altered() {
        SpecimenSdJwt card = Wallets.card();
        SDJWT shown = SDJWT.parse(card.present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW));
        List<Disclosure> renamed = new ArrayList<>(shown.getDisclosures());
        renamed.set(0, new Disclosure(renamed.getFirst().getSalt(), "family_name", "ANDERSON"));
        String forged =
                card.proven(new SDJWT(shown.getCredentialJwt(), renamed).toString(), Wallets.ASKED, Specimens.NOW);
        SpecimenIssuer another = SpecimenIssuer.make(Specimens.NOW, Wallets.RANDOM);
        SpecimenSdJwt foreign = SpecimenSdJwt.issue(another, Wallets.attributes(), Wallets.VALID, Wallets.RANDOM);
        return List.of(
                new Case("another name", () -> Wallets.read(forged)),
                new Case(
                        "another issuer's signature",
                        () -> Wallets.read(foreign.present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW))),
                new Case(
                        "shown to somebody else",
                        () -> Wallets.read(card.present(
                                Wallets.NEEDED,
                                new KeyBinding("nonce-1", "x509_san_dns:other.example"),
                                Specimens.NOW))));
    }

    @Override
    protected List<Case> foreign() {
        String shown = Wallets.card().present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW);
        return List.of(
                new Case("a letter", () -> Wallets.read("This is a letter.")),
                new Case("nothing", () -> Wallets.read("")),
                new Case("a JWT without disclosures", () -> Wallets.read(shown.substring(0, shown.indexOf('~')))),
                new Case("tildes", () -> Wallets.read("~".repeat(1_000))));
    }
}
