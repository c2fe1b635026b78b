package io.namesake.document.wallet;

import com.authlete.sd.SDJWT;
import com.nimbusds.jose.JWSObject;
import io.namesake.document.DocumentUnreadable;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.specimen.wallet.SpecimenStatusList;
import io.namesake.document.specimen.wallet.SpecimenStatusList.Life;
import io.namesake.document.support.Specimens;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The parsers of what wallets send, for those who try them. */
public final class WalletParsers {
    private static final WalletTrust TRUST = Wallets.trusting(Wallets.ISSUER);
    private static final String HEADER = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}".getBytes(StandardCharsets.US_ASCII));

    private static final String STATUS_HEADER =
            base64url("{\"alg\":\"ES256\",\"typ\":\"statuslist+jwt\"}".getBytes(StandardCharsets.US_ASCII));
    private static final SpecimenStatusList STATUSES =
            new SpecimenStatusList("https://lists.specimen.example/1", 2, 80).set(40, SpecimenStatusList.SUSPENDED);
    private static final StatusReference PLACE = place();
    private static final StatusListReader LISTS = new StatusListReader(TRUST, Specimens.CLOCK);

    private WalletParsers() {}

    public static Object mdoc(byte[] bytes) throws DocumentUnreadable {
        return Wallets.mdocs(TRUST).read(bytes, Optional.of(Wallets.TRANSCRIPT), Optional.empty());
    }

    public static Object signedObject(byte[] bytes) throws DocumentUnreadable {
        return MobileSecurityObject.read(bytes);
    }

    public static byte[] signedObjectOf(byte[] response) {
        try {
            return PresentedMdoc.read(response).payload();
        } catch (DocumentUnreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Object sdJwt(byte[] bytes) throws DocumentUnreadable {
        return Wallets.sdJwts(TRUST).read(new String(bytes, StandardCharsets.ISO_8859_1), Optional.of(Wallets.ASKED));
    }

    public static Object payload(byte[] bytes) throws DocumentUnreadable {
        String jwt = HEADER + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".AAAA";
        return Wallets.sdJwts(TRUST).read(jwt + "~", Optional.of(Wallets.ASKED));
    }

    public static Object statusList(byte[] bytes) throws DocumentUnreadable {
        return LISTS.read(bytes, PLACE);
    }

    /** The signature is right whatever the bytes are. */
    public static Object statusClaims(byte[] bytes) throws DocumentUnreadable {
        StatusListToken.Claims claims;
        if (bytes.length > 0 && bytes[0] == '{') {
            String jwt = STATUS_HEADER + "." + base64url(bytes) + ".AAAA";
            claims = StatusListToken.read(jwt.getBytes(StandardCharsets.US_ASCII))
                    .claims();
        } else {
            claims = StatusListToken.read(SpecimenStatusList.signed(bytes, Wallets.ISSUER, Wallets.RANDOM))
                    .claims();
        }
        return claims.statuses().at(PLACE.index());
    }

    public static byte[] statusListJwt() {
        return STATUSES.jwt(Wallets.ISSUER, Life.around(Specimens.NOW)).getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] statusListCwt() {
        return STATUSES.cwt(Wallets.ISSUER, Life.around(Specimens.NOW), Wallets.RANDOM);
    }

    public static List<byte[]> statusClaimSeeds() {
        try {
            return List.of(
                    JWSObject.parse(STATUSES.jwt(Wallets.ISSUER, Life.around(Specimens.NOW)))
                            .getPayload()
                            .toBytes(),
                    STATUSES.payload(Life.around(Specimens.NOW)));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static StatusReference place() {
        try {
            return Wallets.mdocs(TRUST)
                    .judge(
                            SpecimenMdoc.issue(
                                            Wallets.ISSUER,
                                            CredentialKind.DRIVING_LICENCE,
                                            Wallets.attributes(),
                                            Wallets.VALID,
                                            Optional.of(STATUSES.place(40)),
                                            Wallets.RANDOM)
                                    .present(Wallets.NEEDED, Wallets.TRANSCRIPT),
                            Optional.of(Wallets.TRANSCRIPT),
                            Optional.empty())
                    .status()
                    .orElseThrow();
        } catch (DocumentUnreadable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] payloadOf(String presentation) {
        try {
            return JWSObject.parse(SDJWT.parse(presentation).getCredentialJwt())
                    .getPayload()
                    .toBytes();
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
