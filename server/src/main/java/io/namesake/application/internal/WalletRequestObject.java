package io.namesake.application.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request to a wallet, as the wallet fetches it (OpenID4VP 1.0, sections 5 and 8.3.1). */
final class WalletRequestObject {
    /** Of wallets that nobody asked about themselves before (section 5.8). */
    private static final String ANY_WALLET = "https://self-issued.me/v2";

    /** ES256, ES384, ES512 as COSE numbers them. */
    private static final List<Integer> COSE = List.of(-7, -35, -36);

    private static final List<String> JOSE = List.of("ES256", "ES384", "ES512");

    private WalletRequestObject() {}

    /** What a wallet opens, as a link or as a QR code. */
    static String link(WalletIdentity asker, String request) {
        return "openid4vp://?client_id=" + encoded(asker.clientId()) + "&request_uri="
                + encoded(asker.publicUrl() + "/v1/wallet-requests/" + request);
    }

    static String responseUri(WalletIdentity asker, String request) {
        return asker.publicUrl() + "/v1/wallet-requests/" + request + "/response";
    }

    static String signed(WalletIdentity asker, String request, WalletSecrets secrets, Instant now, Instant expires) {
        var object = new HashMap<String, Object>();
        object.put("response_type", "vp_token");
        object.put("response_mode", "direct_post.jwt");
        object.put("response_uri", responseUri(asker, request));
        object.put("client_id", asker.clientId());
        object.put("aud", ANY_WALLET);
        object.put("nonce", secrets.nonce());
        object.put("state", secrets.state());
        object.put("iat", now.getEpochSecond());
        object.put("exp", expires.getEpochSecond());
        object.put("dcql_query", WalletQuery.dcql());
        object.put("client_metadata", metadata(secrets));
        return asker.sign(object);
    }

    private static Map<String, Object> metadata(WalletSecrets secrets) {
        return Map.of(
                "jwks",
                Map.of("keys", List.of(secrets.key().toPublicJWK().toJSONObject())),
                "encrypted_response_enc_values_supported",
                List.of("A128GCM", "A256GCM"),
                "vp_formats_supported",
                Map.of(
                        "mso_mdoc",
                        Map.of("issuerauth_alg_values", COSE, "deviceauth_alg_values", COSE),
                        "dc+sd-jwt",
                        Map.of("sd-jwt_alg_values", JOSE, "kb-jwt_alg_values", JOSE)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
