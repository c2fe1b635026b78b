package io.namesake.document.specimen.wallet;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import io.namesake.document.wallet.CredentialKind;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.document.wallet.KeyBinding;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An SD-JWT VC in a specimen wallet, with the key that it is bound to. */
public final class SpecimenSdJwt {
    private static final int SALT = 16;

    private final String jwt;
    private final Map<Attribute, Disclosure> disclosures;
    private final KeyPair holder;

    private SpecimenSdJwt(String jwt, Map<Attribute, Disclosure> disclosures, KeyPair holder) {
        this.jwt = jwt;
        this.disclosures = disclosures;
        this.holder = holder;
    }

    public static SpecimenSdJwt issue(
            SpecimenIssuer issuer, Map<Attribute, Object> attributes, SpecimenValidity validity, SecureRandom random) {
        return issue(issuer, attributes, validity, random, payload -> payload);
    }

    /** @param status where the issuer says whether it still counts */
    public static SpecimenSdJwt issue(
            SpecimenIssuer issuer,
            Map<Attribute, Object> attributes,
            SpecimenValidity validity,
            SpecimenStatus status,
            SecureRandom random) {
        return issue(issuer, attributes, validity, random, payload -> {
            Map<String, Object> more = new LinkedHashMap<>(payload);
            more.put("status", status.json());
            return more;
        });
    }

    /** @param change what the issuer does to the payload before it signs */
    public static SpecimenSdJwt issue(
            SpecimenIssuer issuer,
            Map<Attribute, Object> attributes,
            SpecimenValidity validity,
            SecureRandom random,
            UnaryOperator<Map<String, Object>> change) {
        KeyPair holder = SpecimenIssuer.pair(random);
        SDObjectBuilder builder = new SDObjectBuilder();
        builder.putClaim("iss", "https://issuer.specimen.example");
        builder.putClaim("vct", CredentialKind.PERSON_SD_JWT.type());
        builder.putClaim("iat", validity.signed().getEpochSecond());
        builder.putClaim("nbf", validity.from().getEpochSecond());
        builder.putClaim("exp", validity.until().getEpochSecond());
        ECKey key = new ECKey.Builder(Curve.P_256, (ECPublicKey) holder.getPublic()).build();
        builder.putClaim("cnf", Map.of("jwk", key.toJSONObject()));
        Map<Attribute, Disclosure> disclosures = new EnumMap<>(Attribute.class);
        attributes.forEach((attribute, value) -> {
            byte[] salt = new byte[SALT];
            random.nextBytes(salt);
            disclosures.put(
                    attribute,
                    builder.putSDClaim(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(salt),
                            CredentialKind.PERSON_SD_JWT.name(attribute),
                            json(value)));
        });
        Map<String, Object> payload = change.apply(new LinkedHashMap<>(builder.build(true)));
        return new SpecimenSdJwt(issuer.sign(payload, "dc+sd-jwt"), disclosures, holder);
    }

    private static Object json(Object value) {
        return value instanceof byte[] picture
                ? "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(picture)
                : value.toString();
    }

    /** Issuer's JWT, these disclosures and the wallet's proof. */
    public String present(Set<Attribute> shown, KeyBinding asked, Instant now) {
        List<Disclosure> disclosed = shown.stream()
                .filter(disclosures::containsKey)
                .map(disclosures::get)
                .toList();
        return proven(new SDJWT(jwt, disclosed).toString(), asked, now);
    }

    /** @param unproven everything up to the last tilde */
    public String proven(String unproven, KeyBinding asked, Instant now) {
        Map<String, Object> claims = Map.of(
                "nonce", asked.nonce(),
                "aud", asked.audience(),
                "iat", now.getEpochSecond(),
                "sd_hash", SDJWT.parse(unproven).getSDHash());
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("kb+jwt"))
                .build();
        return unproven + SpecimenIssuer.signed(header, claims, holder);
    }
}
