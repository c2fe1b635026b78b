package io.namesake.provisioning.tmforum;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is answered in TM Forum's form, for the API's description only: the bodies are written member by member, since {@code fields}
 * leaves members out, and those that have nothing to say are not there.
 */
final class TmForumShapes {
    private TmForumShapes() {}

    @Schema(
            name = "TmForumServiceOrder",
            description = "An order (TMF641)",
            requiredProperties = {"id", "href", "@type"})
    record Order(
            UUID id,
            String href,
            @Nullable String externalId,
            @Nullable Instant orderDate,
            @Nullable Instant completionDate,
            @Nullable Instant cancellationDate,
            @Nullable String cancellationReason,

            @Schema(description = "acknowledged, held, inProgress, completed, cancelled or failed", example = "held")
            @Nullable
            String state,

            @Nullable List<OrderFailure> errorMessage,
            @Nullable List<OrderItem> serviceOrderItem,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumServiceOrderFailure",
            requiredProperties = {"code", "reason", "message", "timestamp", "@type"})
    record OrderFailure(
            String code,
            String reason,
            String message,
            Instant timestamp,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumServiceOrderItem",
            requiredProperties = {"id", "action", "state", "service", "@type"})
    record OrderItem(
            String id,
            String action,
            String state,
            OrderedLine service,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumOrderedLine",
            description = "The service of an order; id, href and state are there once the line is",
            requiredProperties = {"serviceType", "serviceCharacteristic", "@type"})
    record OrderedLine(
            @Nullable UUID id,
            @Nullable String href,
            @Nullable String state,
            String serviceType,
            List<OrderCharacteristic> serviceCharacteristic,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumOrderCharacteristic",
            description =
                    "line, applicationId; in the answer to the order also verificationLink, verificationLinkExpiresAt",
            requiredProperties = {"name", "valueType", "value", "@type"})
    record OrderCharacteristic(
            String name,
            String valueType,
            String value,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumCancelServiceOrder",
            description = "That an order was cancelled (TMF641)",
            requiredProperties = {"id", "href", "effectiveCancellationDate", "state", "serviceOrder", "@type"})
    record Cancellation(
            UUID id,
            String href,
            Instant effectiveCancellationDate,
            String state,
            @Nullable String cancellationReason,
            Reference serviceOrder,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumReference",
            requiredProperties = {"id", "href", "@referredType", "@type"})
    record Reference(
            UUID id,
            String href,
            @JsonProperty("@referredType") String referredType,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumService",
            description = "A line as a service (TMF638)",
            requiredProperties = {"id", "href", "@type"})
    record Service(
            UUID id,
            String href,
            @Nullable String name,
            @Nullable String serviceType,
            @Nullable String state,
            @Nullable String operatingStatus,
            @Nullable Boolean isServiceEnabled,
            @Nullable Boolean hasStarted,
            @Nullable Instant endDate,
            @Nullable List<LineCharacteristic> serviceCharacteristic,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumProduct",
            description = "A line as a product (TMF637)",
            requiredProperties = {"id", "href", "@type"})
    record Product(
            UUID id,
            String href,
            @Nullable String name,
            @Nullable String status,
            @Nullable Instant terminationDate,
            @Nullable List<LineCharacteristic> productCharacteristic,
            @Nullable List<Reference> realizingService,
            @JsonProperty("@type") String type) {}

    @Schema(
            name = "TmForumLineCharacteristic",
            requiredProperties = {"name", "valueType", "value", "@type"})
    record LineCharacteristic(
            String name,
            String valueType,

            @Schema(description = "A string; of limits a list of them")
            Object value,

            @JsonProperty("@type") String type) {}
}
