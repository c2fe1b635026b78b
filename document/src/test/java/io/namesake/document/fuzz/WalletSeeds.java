package io.namesake.document.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.namesake.document.support.Specimens;
import io.namesake.document.wallet.WalletParsers;
import io.namesake.document.wallet.Wallets;
import java.util.List;

/** What wallets present, from which bad ones are made. */
final class WalletSeeds {
    private static final byte[] MDOC = Wallets.licence().present(Wallets.NEEDED, Wallets.TRANSCRIPT);
    private static final String SD_JWT = Wallets.card().present(Wallets.NEEDED, Wallets.ASKED, Specimens.NOW);

    private WalletSeeds() {}

    static List<byte[]> of(Door door) {
        return switch (door) {
            case MDOC -> List.of(MDOC);
            case MDOC_OBJECT -> List.of(WalletParsers.signedObjectOf(MDOC));
            case SD_JWT -> List.of(SD_JWT.getBytes(US_ASCII));
            case SD_JWT_PAYLOAD -> List.of(WalletParsers.payloadOf(SD_JWT));
            case TRANSCRIPT -> List.of(Wallets.TRANSCRIPT.bytes());
            case ISSUER_KEYS -> List.of(keys());
            case STATUS_LIST -> List.of(WalletParsers.statusListJwt(), WalletParsers.statusListCwt());
            case STATUS_LIST_CLAIMS -> WalletParsers.statusClaimSeeds();
            default -> throw new IllegalArgumentException(door + " is no door of wallets");
        };
    }

    private static byte[] keys() {
        try {
            return new JWKSet(new ECKeyGenerator(Curve.P_256)
                            .keyID("1")
                            .generate()
                            .toPublicJWK())
                    .toString()
                    .getBytes(UTF_8);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
