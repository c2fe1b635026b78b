package io.namesake.authority.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The face device that this server plays for MOSIP, in the words of its Secure Biometric Interface: as the country's MOSIP has registered it.
 *
 * @param signingBundle a bundle of {@code spring.ssl.bundle} with the device's certificate (domain Device) and its RSA key, which sign what is captured
 * @param trustModuleBundle the same for the digital id (domain FTM); that of the device when empty
 * @param idaCertificate PEM file of the certificate for which the IDA wants biometrics encrypted; another one than that for requests
 * @param code the device's code
 * @param serviceVersion of the registered device service
 * @param serialNumber of the digital id, as are the next ones
 * @param make brand
 * @param model of the brand
 * @param provider name of the device provider
 * @param providerId its id as a partner of MOSIP
 */
record MosipDeviceSettings(
        @DefaultValue("") String signingBundle,
        @DefaultValue("") String trustModuleBundle,
        @Nullable Path idaCertificate,
        @DefaultValue("") String code,
        @DefaultValue("") String serviceVersion,
        @DefaultValue("") String serialNumber,
        @DefaultValue("") String make,
        @DefaultValue("") String model,
        @DefaultValue("") String provider,
        @DefaultValue("") String providerId) {

    /** The first setting that a face cannot be sent without, by its name. */
    Optional<String> missing() {
        return required().entrySet().stream()
                .filter(setting -> setting.getValue().isBlank())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<String, String> required() {
        var required = new LinkedHashMap<String, String>();
        required.put("signing-bundle", signingBundle);
        required.put("ida-certificate", idaCertificate == null ? "" : idaCertificate.toString());
        required.put("code", code);
        required.put("service-version", serviceVersion);
        required.put("serial-number", serialNumber);
        required.put("make", make);
        required.put("model", model);
        required.put("provider", provider);
        required.put("provider-id", providerId);
        return required;
    }
}
