package io.namesake.application.internal;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import io.namesake.document.wallet.CredentialKind;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A wallet's answer (OpenID4VP 1.0, sections 8.2 and 8.3), opened.
 *
 * @param kind of the one credential in it
 * @param presentation the credential with the wallet's proof
 */
record WalletResponse(CredentialKind kind, String presentation) {
    private static final Set<EncryptionMethod> KNOWN = Set.of(EncryptionMethod.A128GCM, EncryptionMethod.A256GCM);
    private static final int MOST_MEMBERS = 8;

    /**
     * Opens an answer.
     *
     * @param body as it was sent, {@code application/x-www-form-urlencoded}
     * @throws Problem {@code wallet-declined} when the wallet says that it gives nothing, {@code wallet-answer-invalid} when it is no answer to this request
     */
    static WalletResponse open(String body, WalletSecrets secrets, JsonMapper json) {
        var form = form(body);
        if (form.containsKey("error")) {
            requireState(form.get("state"), secrets);
            throw new Problem(ProblemType.WALLET_DECLINED);
        }
        var response = form.get("response");
        if (response == null) {
            throw invalid("The form lacks `response`.");
        }
        try {
            var answer = json.readTree(decrypted(response, secrets));
            requireState(answer.path("state").asString(null), secrets);
            return only(answer.path("vp_token"));
        } catch (JacksonException malformed) {
            throw invalid("The answer is no JSON.");
        }
    }

    /** Each member once; more than a wallet sends is no answer. */
    private static Map<String, String> form(String body) {
        var members = new HashMap<String, String>();
        for (var part : body.split("&", MOST_MEMBERS + 1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || members.size() == MOST_MEMBERS) {
                throw invalid("The body is no form.");
            }
            try {
                var name = URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8);
                if (members.put(name, URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8)) != null) {
                    throw invalid("The form has a member twice.");
                }
            } catch (IllegalArgumentException malformed) {
                throw invalid("The body is no form.");
            }
        }
        return members;
    }

    private static byte[] decrypted(String response, WalletSecrets secrets) {
        try {
            var jwe = JWEObject.parse(response);
            var header = jwe.getHeader();
            if (!JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                    || !KNOWN.contains(header.getEncryptionMethod())
                    // A small answer must not become a large one.
                    || header.getCompressionAlgorithm() != null) {
                throw invalid("The answer is not encrypted as was asked for.");
            }
            jwe.decrypt(new ECDHDecrypter(secrets.key()));
            return jwe.getPayload().toBytes();
        } catch (ParseException | JOSEException | IllegalStateException | IllegalArgumentException wrong) {
            throw invalid("The answer cannot be opened with the key of this request.");
        }
    }

    private static void requireState(@Nullable String state, WalletSecrets secrets) {
        if (!secrets.state().equals(state)) {
            throw invalid("The state is not the one of this request.");
        }
    }

    private static WalletResponse only(JsonNode token) {
        if (!token.isObject() || token.size() != 1) {
            throw invalid("The answer must hold one credential.");
        }
        var entry = token.properties().iterator().next();
        var kind = WalletQuery.kind(entry.getKey()).orElseThrow(() -> invalid("This credential was not asked for."));
        var presentations = entry.getValue();
        if (!presentations.isArray()
                || presentations.size() != 1
                || !presentations.get(0).isString()) {
            throw invalid("The answer must hold one credential.");
        }
        return new WalletResponse(kind, presentations.get(0).asString());
    }

    private static Problem invalid(String detail) {
        return new Problem(ProblemType.WALLET_ANSWER_INVALID, detail);
    }

    /** Says nothing personal, since records end up in logs. */
    @Override
    public String toString() {
        return "WalletResponse[" + kind + "]";
    }
}
