package io.namesake.provisioning.tmforum;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.namesake.language.Language;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.registry.Service;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An order as a system sends it. Members of TMF641 that mean nothing here are read over and not kept: notes and parties above all,
 * since they may name somebody.
 */
@Schema(name = "TmForumServiceOrderCreate")
@JsonIgnoreProperties(ignoreUnknown = true)
record NewServiceOrder(
        @Schema(description = "The orderer's own, 1 to 100 printable ASCII characters", example = "order-4711")
        @Nullable
        String externalId,

        @Schema(description = "Likewise; not for what names a person", example = "Two lines for the shop") @Nullable
        String description,

        @Schema(
                description = "1 to 20: each is a line of its own, for which a person is verified",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        List<@Nullable Item> serviceOrderItem) {
    static final int MOST_ITEMS = 20;
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,100}");

    /** One item of an order. */
    @Schema(name = "TmForumServiceOrderItemCreate")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @Schema(example = "1") @Nullable String id,

            @Schema(
                    description = "add: a new line; modify: another SIM",
                    allowableValues = {"add", "modify"})
            @Nullable
            String action,

            @Nullable OrderedService service) {

        String boundedId() {
            return printable("The item's id", id);
        }

        /** @throws Problem {@code request-invalid} */
        OrderedService requiredService() {
            if (service == null) {
                throw invalid("An item needs a service.");
            }
            return service;
        }
    }

    /** What is ordered. */
    @Schema(name = "TmForumOrderedService")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OrderedService(
            @Schema(description = "modify: the line's id, as the inventory has it") @Nullable
            String id,

            @Schema(allowableValues = {"mobile", "fixed", "internet"}) @Nullable
            String serviceType,

            @Schema(
                    description =
                            "add: line, the number or account; modify: iccid or eid. Both: locale, the applicant's language, en or"
                                    + " zh-CN; en where it is left out")
            @Nullable
            List<@Nullable Characteristic> serviceCharacteristic) {

        Service kind() {
            return Optional.ofNullable(serviceType)
                    .flatMap(ServiceKind::named)
                    .orElseThrow(() -> invalid("The serviceType is mobile, fixed or internet."));
        }

        UUID lineId() {
            try {
                return UUID.fromString(id == null ? "" : id);
            } catch (IllegalArgumentException e) {
                throw invalid("The service's id is that of a line in the inventory.");
            }
        }

        Optional<String> text(String name) {
            return (serviceCharacteristic == null ? List.<@Nullable Characteristic>of() : serviceCharacteristic)
                    .stream()
                            .filter(one -> one != null && name.equals(one.name()))
                            .findFirst()
                            .map(one -> {
                                if (one.value() instanceof String text) {
                                    return text;
                                }
                                throw invalid("The characteristic " + name + " is text.");
                            });
        }

        Language language() {
            return text("locale")
                    .map(tag -> Language.find(tag).orElseThrow(() -> invalid("The languages are en and zh-CN.")))
                    .orElse(Language.ENGLISH);
        }
    }

    /** A property of what is ordered. */
    @Schema(name = "TmForumCharacteristic")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Characteristic(
            @Nullable String name,
            @Schema(type = "string") @Nullable Object value) {}

    Optional<String> boundedExternalId() {
        return Optional.ofNullable(externalId).map(text -> printable("The externalId", text));
    }

    Optional<String> boundedDescription() {
        return Optional.ofNullable(description).map(text -> printable("The description", text));
    }

    /** @throws Problem {@code request-invalid} when there is none, or there are too many, or two of one id */
    List<Item> items() {
        var wanted = serviceOrderItem == null ? List.<@Nullable Item>of() : serviceOrderItem;
        if (wanted.isEmpty() || wanted.size() > MOST_ITEMS || wanted.contains(null)) {
            throw invalid("An order has 1 to " + MOST_ITEMS + " items.");
        }
        var items = wanted.stream().map(Objects::requireNonNull).toList();
        if (items.stream().map(Item::boundedId).distinct().count() < items.size()) {
            throw invalid("Two items have the same id.");
        }
        return items;
    }

    static String printable(String what, @Nullable String text) {
        if (text == null || !PRINTABLE.matcher(text).matches()) {
            throw invalid(what + " has 1 to 100 printable ASCII characters.");
        }
        return text;
    }

    static Problem invalid(String detail) {
        return new Problem(ProblemType.REQUEST_INVALID, detail);
    }
}
