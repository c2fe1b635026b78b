package io.namesake.mylines.internal.passkey;

import io.namesake.mylines.internal.passkey.Ceremonies.Ceremony;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The relying party of passkeys. The device must verify its user each time, and no attestation is asked for: which make of device
 * a person has is nobody's business.
 */
@Service
class Passkeys {
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final PasskeyTable table;
    private final Ceremonies ceremonies;
    private final WebAuthnRelyingPartyOperations relyingParty;
    private final PublicKeyCredentialRpEntity us;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(PasskeyTable table, Ceremonies ceremonies, @Value("${namesake.public-url}") URI publicUrl) {
        this.table = table;
        this.ceremonies = ceremonies;
        this.us = PublicKeyCredentialRpEntity.builder()
                .id(publicUrl.getHost())
                .name("Namesake")
                .build();
        this.relyingParty = new Webauthn4JRelyingPartyOperations(table, table, us, Set.of(origin(publicUrl)));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    /** A ceremony and what the browser's {@code navigator.credentials} takes for it. */
    record Begun(UUID ceremonyId, Map<String, Object> publicKey) {}

    Begun beginAdding(UUID holder, String label) {
        var ceremony = ceremonies.begin(holder);
        return new Begun(ceremony.id(), json.convertValue(creation(ceremony, holder, label), OBJECT));
    }

    private PublicKeyCredentialCreationOptions creation(Ceremony ceremony, UUID holder, String label) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(us)
                .user(PasskeyTable.user(holder, label))
                .challenge(ceremony.challenge())
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(Ceremonies.PATIENCE)
                .excludeCredentials(of(holder).stream()
                        .map(known -> PublicKeyCredentialDescriptor.builder()
                                .id(known.getCredentialId())
                                .transports(known.getTransports())
                                .build())
                        .toList())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    /** @throws Problem {@code passkey-not-accepted} */
    CredentialRecord add(UUID holder, UUID ceremonyId, String label, Map<String, Object> credential) {
        var ceremony = ceremonies.use(ceremonyId, holder);
        return accepted(() -> relyingParty.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                creation(ceremony, holder, label),
                new RelyingPartyPublicKey(
                        json.convertValue(
                                credential,
                                new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {}),
                        label))));
    }

    Begun beginSignIn() {
        var ceremony = ceremonies.begin(null);
        return new Begun(ceremony.id(), json.convertValue(request(ceremony), OBJECT));
    }

    private PublicKeyCredentialRequestOptions request(Ceremony ceremony) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(ceremony.challenge())
                .rpId(us.getId())
                // None is named: the device knows which it has, and we tell nobody which exist.
                .allowCredentials(List.of())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(Ceremonies.PATIENCE)
                .build();
    }

    /** @return the holder whose passkey answered @throws Problem {@code passkey-not-accepted} */
    UUID signIn(UUID ceremonyId, Map<String, Object> credential) {
        var ceremony = ceremonies.use(ceremonyId, null);
        var user = accepted(() -> relyingParty.authenticate(new RelyingPartyAuthenticationRequest(
                request(ceremony),
                json.convertValue(
                        credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {}))));
        return PasskeyTable.holder(user.getId());
    }

    List<CredentialRecord> of(UUID holder) {
        return table.findByUserId(PasskeyTable.handle(holder));
    }

    boolean remove(UUID holder, String credentialId) {
        return table.delete(holder, credentialId);
    }

    /** Whatever the libraries find wrong with what a stranger sent is one answer. */
    private static <T> T accepted(Supplier<T> ceremony) {
        try {
            var result = ceremony.get();
            if (result != null) {
                return result;
            }
        } catch (RuntimeException refused) {
            log.info("A passkey was not accepted: {}", refused.getClass().getName());
        }
        throw new Problem(ProblemType.PASSKEY_NOT_ACCEPTED);
    }
}
