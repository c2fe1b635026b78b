package io.namesake.provisioning.tmforum;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.namesake.problem.Problem;
import io.namesake.provisioning.webhook.EndpointForm;
import io.namesake.provisioning.webhook.Listening;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who wants to listen, and to what. */
@Schema(name = "TmForumHubCreate")
@JsonIgnoreProperties(ignoreUnknown = true)
record NewListener(
        @Schema(
                description = "Where notifications are posted to; as the url of a webhook endpoint",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "https://orders.example.net/listener")
        @Nullable
        String callback,

        @Schema(
                description =
                        "eventType=, and names of notifications joined by commas; all of them where it is left out",
                example = "eventType=ServiceOrderStateChangeEvent")
        @Nullable
        String query) {
    private static final String TYPES = "eventType=";
    private static final int LONGEST = 500;
    private static final Set<String> ORDERS = Set.of(
            "ServiceOrderCreateEvent",
            "ServiceOrderStateChangeEvent",
            "ServiceOrderAttributeValueChangeEvent",
            "CancelServiceOrderCreateEvent");
    private static final Set<String> SERVICES =
            Set.of("ServiceStateChangeEvent", "ServiceOperatingStatusChangeEvent", "ServiceAttributeValueChangeEvent");
    private static final Set<String> PRODUCTS = Set.of("ProductStateChangeEvent", "ProductAttributeValueChangeEvent");

    /** @throws Problem {@code request-invalid} */
    String requiredCallback() {
        if (callback == null) {
            throw NewServiceOrder.invalid("The callback is missing.");
        }
        return callback;
    }

    /** @throws Problem {@code request-invalid} when the query asks for something else, since an answer that ignored that would be wrong */
    Listening listening(EndpointForm form) {
        var told = told(form);
        if (query == null || query.isEmpty()) {
            return new Listening(told, null);
        }
        var wanted = query.startsWith(TYPES) && query.length() <= LONGEST
                ? Set.copyOf(List.of(query.substring(TYPES.length()).split(",")))
                : Set.<String>of();
        if (wanted.isEmpty() || !told.containsAll(wanted)) {
            throw NewServiceOrder.invalid("The query is eventType= and some of: "
                    + told.stream().sorted().collect(Collectors.joining(",")) + ".");
        }
        return new Listening(wanted, query);
    }

    private static Set<String> told(EndpointForm form) {
        return switch (form) {
            case TMF641 -> ORDERS;
            case TMF638 -> SERVICES;
            case TMF637 -> PRODUCTS;
            case CLOUDEVENTS -> Set.of();
        };
    }
}
