package io.namesake.document.wallet;

import com.authlete.sd.SDJWT;
import com.nimbusds.jose.JWSObject;
import io.namesake.document.DocumentUnreadable;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;

/** The parsers of what wallets send, for those who try them. */
public final class WalletParsers {
    private static final WalletTrust TRUST = Wallets.trusting(Wallets.ISSUER);
    private static final String HEADER = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"ES256\",\"typ\":\"dc+sd-jwt\"}".getBytes(StandardCharsets.US_ASCII));

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
