package io.namesake.surface;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which identifier of a tenant stands in which place of a path; whoever adds an operation with a new one adds it here. */
final class Identifiers {
    private static final String NONE = "";

    /** The beginning of a path to what its first variable names. The first that fits holds. */
    private static final Map<String, Function<Tenant, String>> PLACES = Map.ofEntries(
            at("/v1/activations/", tenant -> tenant.line.toString()),
            at("/v1/api-clients/", tenant -> tenant.client.toString()),
            at("/v1/applications/", tenant -> tenant.application.toString()),
            at("/v1/audit/entries/", tenant -> String.valueOf(tenant.auditEntry)),
            at("/v1/consent-requests/", tenant -> tenant.consent.toString()),
            // A text that is public; it belongs to no operator.
            at("/v1/consent-texts/", _ -> NONE),
            at("/v1/disputes/", tenant -> tenant.dispute.toString()),
            // A secret opens it; what is tried is what a secret is not.
            at("/v1/hearings/", tenant -> tenant.dispute.toString()),
            at("/v1/imports/", tenant -> tenant.lineImport.toString()),
            at("/v1/letters/", tenant -> tenant.notice.toString()),
            at("/v1/lines/", tenant -> tenant.number),
            // A secret opens it, likewise.
            at("/v1/me/authorizations/", tenant -> tenant.consent.toString()),
            at("/v1/me/consents/", tenant -> tenant.consent.toString()),
            at("/v1/me/disputes/", tenant -> tenant.dispute.toString()),
            at("/v1/me/endings/", tenant -> tenant.ending.toString()),
            at("/v1/me/lines/", tenant -> tenant.line.toString()),
            at("/v1/me/passkeys/", tenant -> tenant.passkey),
            at("/v1/me/transfers/", tenant -> tenant.transfer.toString()),
            at("/v1/notices/", tenant -> tenant.notice.toString()),
            at("/v1/organisations/", tenant -> tenant.organisation.toString()),
            at("/v1/radius/access-servers/", tenant -> tenant.accessServer.toString()),
            at("/v1/radius/servers/", tenant -> tenant.radiusServer.toString()),
            at("/v1/remediation-campaigns/", tenant -> tenant.campaign.toString()),
            at("/v1/remediation-notices/", tenant -> tenant.remediation),
            at("/v1/remediation-queue/", tenant -> tenant.remediation),
            at("/v1/remediations/", tenant -> tenant.remediation),
            at("/v1/reviews/skills/", tenant -> tenant.staff.toString()),
            at("/v1/reviews/", tenant -> tenant.review.toString()),
            at("/v1/staff/applications/", tenant -> tenant.application.toString()),
            at("/v1/staff/colleagues/", tenant -> tenant.staff.toString()),
            at("/v1/staff/disputes/", tenant -> tenant.dispute.toString()),
            at("/v1/staff/passkeys/", tenant -> tenant.staffPasskey),
            at("/v1/staff/sessions/", tenant -> tenant.session.toString()),
            at("/v1/staff/", tenant -> tenant.staff.toString()),
            at("/v1/tmf-api/productInventory/v5/hub/", tenant -> tenant.endpoint.toString()),
            at("/v1/tmf-api/productInventory/v5/product/", tenant -> tenant.line.toString()),
            at("/v1/tmf-api/serviceInventory/v5/hub/", tenant -> tenant.endpoint.toString()),
            at("/v1/tmf-api/serviceInventory/v5/service/", tenant -> tenant.line.toString()),
            at("/v1/tmf-api/serviceOrdering/v4/cancelServiceOrder/", tenant -> tenant.cancellation.toString()),
            at("/v1/tmf-api/serviceOrdering/v4/hub/", tenant -> tenant.endpoint.toString()),
            at("/v1/tmf-api/serviceOrdering/v4/serviceOrder/", tenant -> tenant.application.toString()),
            at("/v1/transfer-offers/", tenant -> tenant.transfer.toString()),
            at("/v1/transfers/", tenant -> tenant.transfer.toString()),
            at("/v1/wallet-requests/", tenant -> tenant.application.toString()),
            at("/v1/webhook-endpoints/", tenant -> tenant.endpoint.toString()));

    /** Variables after the first. */
    private static final Map<String, Function<Tenant, String>> FURTHER = Map.of(
            "nonce", _ -> "A".repeat(43),
            "picture", _ -> "SELFIE",
            "eventId", tenant -> tenant.event);

    /**
     * Members of bodies and parameters of queries that name something of an operator. Not the operator itself: a person may go to
     * any of them with an organisation.
     */
    private static final Map<String, Function<Tenant, Object>> MEMBERS = Map.ofEntries(
            Map.entry("line", tenant -> tenant.number),
            Map.entry("lineId", tenant -> tenant.line.toString()),
            Map.entry("lines", tenant -> List.of(tenant.number)),
            Map.entry("phoneNumber", tenant -> tenant.number),
            Map.entry("caseId", tenant -> tenant.review.toString()),
            Map.entry("staffId", tenant -> tenant.staff.toString()),
            Map.entry("endpointId", tenant -> tenant.endpoint.toString()),
            Map.entry("organisationId", tenant -> tenant.organisation.toString()),
            Map.entry("token", tenant -> tenant.transfer.toString()));

    private Identifiers() {}

    private static Map.Entry<String, Function<Tenant, String>> at(String place, Function<Tenant, String> identifier) {
        return Map.entry(place, identifier);
    }

    /** Whether a path names anything that is described here; one without variables has nothing to describe. */
    static boolean describes(String path) {
        return !path.contains("{") || place(path).isPresent();
    }

    /** The path with a tenant's own identifiers. */
    static String filled(String path, Tenant tenant) {
        return fill(path, place(path).map(found -> found.apply(tenant)).orElse(NONE), tenant);
    }

    /** The path with identifiers of the same form, which nobody has. */
    static String unknown(String path, Tenant tenant) {
        return fill(path, place(path).map(found -> unlike(found.apply(tenant))).orElse(NONE), null);
    }

    private static String fill(String path, String first, @Nullable Tenant tenant) {
        var filled = path;
        for (int start = filled.indexOf('{'); start >= 0; start = filled.indexOf('{')) {
            int end = filled.indexOf('}', start);
            var name = filled.substring(start + 1, end);
            var further = FURTHER.get(name);
            var value = further == null
                    ? first
                    : tenant == null && name.equals("eventId") ? "evt-" + UUID.randomUUID() : further.apply(tenant);
            filled = filled.substring(0, start) + value + filled.substring(end + 1);
        }
        return filled;
    }

    /** The members that name something of this tenant. */
    static Map<String, Object> members(Tenant tenant) {
        return MEMBERS.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().apply(tenant)));
    }

    /** Likewise, of what nobody has. */
    static Map<String, Object> unknownMembers(Tenant tenant) {
        return members(tenant).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue() instanceof List<?> list
                                ? list.stream()
                                        .map(one -> unlike(one.toString()))
                                        .toList()
                                : unlike(entry.getValue().toString())));
    }

    static boolean namesSomething(String member) {
        return MEMBERS.containsKey(member);
    }

    private static Optional<Function<Tenant, String>> place(String path) {
        return PLACES.keySet().stream()
                .filter(place -> path.startsWith(place + "{"))
                .findFirst()
                .map(PLACES::get);
    }

    private static String unlike(String identifier) {
        if (identifier.startsWith("+")) {
            return "+86138" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);
        }
        if (identifier.matches("[0-9]+")) {
            return "999999999";
        }
        return identifier.matches("[0-9a-f-]{36}")
                ? UUID.randomUUID().toString()
                : new StringBuilder(identifier).reverse().toString();
    }
}
