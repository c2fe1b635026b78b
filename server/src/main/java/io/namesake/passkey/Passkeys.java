package io.namesake.passkey;

import io.namesake.passkey.Ceremonies.Ceremony;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The relying party of passkeys. The device must verify its user each time, and no attestation is asked for: which make of device
 * a person has is nobody's business.
 */
public class Passkeys {
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final PasskeyStore table;
    private final Ceremonies ceremonies;
    private final WebAuthnRelyingPartyOperations relyingParty;
    private final PublicKeyCredentialRpEntity us;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    /** @param publicUrl whose host the passkeys belong to, and from whose pages alone they are taken */
    public Passkeys(PasskeyStore table, Ceremonies ceremonies, URI publicUrl) {
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
    public record Begun(UUID ceremonyId, Map<String, Object> publicKey) {}

    /** @param name how the person's device calls what the passkey is for */
    public Begun beginAdding(UUID person, String name) {
        var ceremony = ceremonies.begin(person);
        return new Begun(ceremony.id(), json.convertValue(creation(ceremony, person, name), OBJECT));
    }

    private PublicKeyCredentialCreationOptions creation(Ceremony ceremony, UUID person, String name) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(us)
                .user(PasskeyStore.user(person, name))
                .challenge(ceremony.challenge())
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(Ceremonies.PATIENCE)
                .excludeCredentials(described(of(person)))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    /** @throws Problem {@code passkey-not-accepted} */
    public CredentialRecord add(UUID person, String label, PasskeyAnswer answer) {
        var ceremony = ceremonies.use(answer.ceremony(), person);
        return accepted(() -> relyingParty.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                creation(ceremony, person, label),
                new RelyingPartyPublicKey(
                        json.convertValue(
                                answer.credential(),
                                new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {}),
                        label))));
    }

    /** For somebody who is not known yet. */
    public Begun beginSignIn() {
        var ceremony = ceremonies.begin(null);
        return new Begun(ceremony.id(), json.convertValue(request(ceremony, List.of()), OBJECT));
    }

    /** @param allowed none where somebody signs in: the device knows which it has, and we tell nobody which exist */
    private PublicKeyCredentialRequestOptions request(Ceremony ceremony, List<CredentialRecord> allowed) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(ceremony.challenge())
                .rpId(us.getId())
                .allowCredentials(described(allowed))
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(Ceremonies.PATIENCE)
                .build();
    }

    /** @return the person whose passkey answered @throws Problem {@code passkey-not-accepted} */
    public UUID signIn(PasskeyAnswer answer) {
        return answered(ceremonies.use(answer.ceremony(), null), List.of(), answer.credential());
    }

    /** For somebody who is known, and is to show one of their passkeys again. */
    public Begun beginProof(UUID person) {
        var ceremony = ceremonies.begin(person);
        return new Begun(ceremony.id(), json.convertValue(request(ceremony, of(person)), OBJECT));
    }

    /** @throws Problem {@code passkey-not-accepted}, also when it is somebody else's */
    public void prove(UUID person, PasskeyAnswer answer) {
        if (!person.equals(answered(ceremonies.use(answer.ceremony(), person), of(person), answer.credential()))) {
            throw new Problem(ProblemType.PASSKEY_NOT_ACCEPTED);
        }
    }

    private UUID answered(Ceremony ceremony, List<CredentialRecord> allowed, Map<String, Object> credential) {
        var user = accepted(() -> relyingParty.authenticate(new RelyingPartyAuthenticationRequest(
                request(ceremony, allowed),
                json.convertValue(
                        credential, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {}))));
        return PasskeyStore.person(user.getId());
    }

    private static List<PublicKeyCredentialDescriptor> described(List<CredentialRecord> passkeys) {
        return passkeys.stream()
                .map(known -> PublicKeyCredentialDescriptor.builder()
                        .id(known.getCredentialId())
                        .transports(known.getTransports())
                        .build())
                .toList();
    }

    /** All of a person's, the oldest first. */
    public List<CredentialRecord> of(UUID person) {
        return table.findByUserId(PasskeyStore.handle(person));
    }

    /** @return whether it was theirs */
    public boolean remove(UUID person, String credentialId) {
        return table.delete(person, credentialId);
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
