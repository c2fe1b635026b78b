package io.namesake.authority.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JWSObject;
import io.namesake.authority.internal.AuthoritySettings.Mosip.Operation;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a device signed and sealed, changed on its way: the stand-in refuses it with the codes of the IDA, so that it can tell in the other tests, too. */
class MosipDeviceTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MosipSigner DEVICE = TestCertificates.signer("CN=device");
    private static final MosipSigner TRUST_MODULE = TestCertificates.signer("CN=trust module");
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");
    private static final Instant TAKEN = Instant.parse("2026-11-24T09:58:01.456Z");
    private static final byte[] RECORD = {1, 2, 3};

    private final MosipFaceStandIn ida = new MosipFaceStandIn(DEVICE.certificate(), TRUST_MODULE.certificate(), NOW);

    @ParameterizedTest
    @CsvSource({
        "hash, IDA-BIA-014", "thumbprint, IDA-MPA-004", "bioType, IDA-MLC-011", "purpose, IDA-MLC-011",
        "env, IDA-MLC-024", "domainUri, IDA-MLC-024", "transactionId, IDA-MPA-003", "timestamp, IDA-MPA-003",
        "deviceCode, IDA-MLC-006", "digitalId, IDA-MPA-001", "bioValue, IDA-MPA-003", "nothing, IDA-BIA-011"
    })
    void whatever_is_changed_is_noticed(String field, String code) throws Exception {
        var captured = device(ida.certificate()).capture(padded(), TAKEN, "0123456789", NOW);
        assertThat(fault(changed(JSON.valueToTree(captured), field))).isEqualTo(code);
    }

    @Test
    void a_record_for_another_authority_does_not_open() throws Exception {
        var others = TestCertificates.certificate("CN=another IDA", TestCertificates.keys());
        var captured = device(others).capture(padded(), TAKEN, "0123456789", NOW);
        var aimed = ((ObjectNode) JSON.valueToTree(captured))
                .put(
                        "thumbprint",
                        MosipEnvelope.hex(MosipEnvelope.sha256(ida.certificate().getEncoded())));
        assertThat(catchThrowable(() -> fault(aimed))).isInstanceOf(GeneralSecurityException.class);
    }

    private static JsonNode changed(ObjectNode captured, String field) throws Exception {
        if (captured.has(field)) {
            return captured.put(field, captured.path(field).asString().replaceAll("[0-9A-F]", "7"));
        }
        var token = JWSObject.parse(captured.path("data").asString());
        var data = (ObjectNode) JSON.readTree(token.getPayload().toBytes());
        UnaryOperator<String> change = switch (field) {
            case "bioType" -> _ -> "Finger";
            case "purpose" -> _ -> "Registration";
            case "deviceCode" -> _ -> "";
            case "timestamp" -> time -> time.replace("01Z", "02Z");
            case "digitalId" -> id -> MosipSignature.token(RECORD, DEVICE);
            case "bioValue" -> value -> (value.startsWith("A") ? "B" : "A") + value.substring(1);
            default -> value -> value + "1";
        };
        if (data.has(field)) {
            data.put(field, change.apply(data.path(field).asString()));
        }
        return captured.put("data", MosipSignature.token(JSON.writeValueAsBytes(data), DEVICE));
    }

    private String fault(JsonNode captured) throws Exception {
        var request = JSON.valueToTree(
                Map.of("env", "Staging", "domainUri", "https://mosip.example", "transactionID", "0123456789"));
        return ida.fault(request, JSON.createArrayNode().add(captured));
    }

    /** No face record, but long enough to be looked at. */
    private static byte[] padded() {
        return Arrays.copyOf(RECORD, 100);
    }

    private static MosipDevice device(X509Certificate ida) {
        return new MosipDevice(
                MosipAuthorityTest.settings(Operation.AUTH, "", ""), DEVICE, TRUST_MODULE, ida, new SecureRandom());
    }
}
