package io.namesake.authority.internal;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which authority is asked, and how.
 *
 * @param kind the protocol; NONE asks nobody
 * @param url where it is; https, except on this very machine
 * @param sslBundle a bundle of {@code spring.ssl.bundle}, with our certificate for mutual TLS and whom we trust; the system's trust when absent
 * @param connectTimeout how long to wait for a connection
 * @param requestTimeout how long one attempt may take as a whole
 * @param attempts how often an authority that cannot be reached is tried at once, 1 to 5
 * @param concurrency how many questions may be under way at a time, 1 or more
 * @param leftAlone how long an authority that fails is left alone
 * @param face whether the selfie is sent, where the protocol needs it; the consent text says so then
 * @param https what the HTTPS adapter needs
 * @param mosip what the MOSIP adapter needs
 */
@ConfigurationProperties("namesake.authority")
record AuthoritySettings(
        @DefaultValue("NONE") Kind kind,
        @Nullable URI url,
        @Nullable String sslBundle,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("2") int attempts,
        @DefaultValue("8") int concurrency,
        @DefaultValue("30s") Duration leftAlone,
        @DefaultValue("false") boolean face,
        @DefaultValue Https https,
        @DefaultValue Mosip mosip) {

    /** The protocols. */
    enum Kind {
        NONE,
        HTTPS,
        MOSIP,
        /** A sandbox's own, for its made-up people. */
        SANDBOX
    }

    /**
     * The HTTPS adapter.
     *
     * @param signingKey a file with our private key as JWK (RFC 7517), EC or RSA, with {@code kid} and {@code alg}; without it requests are not signed
     * @param responseKeys a file with the authority's public keys as JWK set; with it, an answer that is not signed by one of them is none
     */
    record Https(@Nullable Path signingKey, @Nullable Path responseKeys) {}

    /**
     * The MOSIP adapter, in the words of MOSIP's ID Authentication API 1.2.
     *
     * @param licenseKey of the MISP through which we ask
     * @param partnerId ours
     * @param apiKey of our partner and policy
     * @param domainUri the authentication domain, as the IDA is configured with
     * @param environment such as Staging or Production
     * @param idaCertificate PEM file of the IDA's certificate, for which the request is encrypted
     * @param responseCertificate PEM file of the certificate that signs the IDA's answers; with it, an answer that is not signed by it is none
     * @param signingBundle a bundle of {@code spring.ssl.bundle} with our partner certificate and its RSA key
     * @param individualId which number of the document is the individual's id
     * @param individualIdType such as UIN, VID or HANDLE
     * @param language of the names, ISO 639-3
     * @param female how that MOSIP writes a woman's sex in that language, such as Female; without it and the next one no sex is sent
     * @param male likewise
     * @param operation {@code AUTH} asks whether it agrees, {@code KYC} is for partners whose policy allows only e-KYC
     * @param device the face device that this server plays, needed when the face is sent
     */
    record Mosip(
            @DefaultValue("") String licenseKey,
            @DefaultValue("") String partnerId,
            @DefaultValue("") String apiKey,
            @DefaultValue("") String domainUri,
            @DefaultValue("Production") String environment,
            @Nullable Path idaCertificate,
            @Nullable Path responseCertificate,
            @DefaultValue("") String signingBundle,
            @DefaultValue("PERSONAL_NUMBER") IndividualId individualId,
            @DefaultValue("UIN") String individualIdType,
            @DefaultValue("eng") String language,
            @DefaultValue("") String female,
            @DefaultValue("") String male,
            @DefaultValue("AUTH") Operation operation,
            @DefaultValue MosipDeviceSettings device) {

        /** Which number is the individual's id. */
        enum IndividualId {
            PERSONAL_NUMBER,
            DOCUMENT_NUMBER
        }

        /** Which of the IDA's operations. */
        enum Operation {
            AUTH,
            KYC
        }

        /** How that MOSIP writes F and M; empty for what it is not told. */
        String gender(String sex) {
            return switch (sex) {
                case "F" -> female;
                case "M" -> male;
                default -> "";
            };
        }

        /** Says nothing of the keys. */
        @Override
        public String toString() {
            return "Mosip[...]";
        }
    }

    AuthoritySettings {
        if (kind == Kind.HTTPS || kind == Kind.MOSIP) {
            require(url != null && url.getHost() != null, "url", "is missing");
            require(
                    "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && isThisMachine(url.getHost()),
                    "url",
                    "must begin with https:// (http:// is for this machine only)");
        }
        if (kind != Kind.NONE) {
            require(attempts >= 1 && attempts <= 5, "attempts", "must lie in 1..5");
            require(concurrency >= 1, "concurrency", "must be 1 or more");
            require(isPositive(connectTimeout), "connect-timeout", "must be positive");
            require(isPositive(requestTimeout), "request-timeout", "must be positive");
            require(isPositive(leftAlone), "left-alone", "must be positive");
        }
        if (kind == Kind.MOSIP) {
            require(mosip.idaCertificate() != null, "mosip.ida-certificate", "is missing");
            require(!mosip.licenseKey().isBlank(), "mosip.license-key", "is missing");
            require(!mosip.partnerId().isBlank(), "mosip.partner-id", "is missing");
            require(!mosip.apiKey().isBlank(), "mosip.api-key", "is missing");
            require(!mosip.domainUri().isBlank(), "mosip.domain-uri", "is missing");
            require(!mosip.signingBundle().isBlank(), "mosip.signing-bundle", "is missing");
            require(
                    mosip.female().isBlank() == mosip.male().isBlank(),
                    mosip.female().isBlank() ? "mosip.female" : "mosip.male",
                    "is missing; one of the two words alone would compare the sex of some people only");
            var missing = face ? mosip.device().missing() : Optional.<String>empty();
            require(
                    missing.isEmpty(),
                    "mosip.device." + missing.orElse(""),
                    "is missing: MOSIP takes a face (namesake.authority.face) from registered capture devices only");
        }
    }

    private static boolean isPositive(Duration duration) {
        return duration.isPositive();
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static void require(boolean condition, String setting, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("namesake.authority." + setting + " " + otherwise);
        }
    }
}
