package io.namesake.provisioning.tmforum;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.access.OperatorId;
import io.namesake.registry.EndCause;
import io.namesake.registry.HolderDetails;
import io.namesake.registry.Limit;
import io.namesake.registry.LineControl;
import io.namesake.registry.LineIdentifier;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** TMF638 and TMF637: what lines there are and how they stand, and never whose they are. */
@NamesakeTest
class InventoryTest extends TmForumTest {
    private static final String SERVICES = ServiceInventoryController.PATH;
    private static final String PRODUCTS = ProductInventoryController.PATH;

    @Autowired
    Lines lines;

    @Autowired
    LineControl control;

    @Autowired
    TransactionTemplate transaction;

    private final UUID application = UUID.randomUUID();
    private final String account = UUID.randomUUID() + "@isp.example";
    private OperatorId operator;
    private UUID line;

    @BeforeEach
    void a_line_that_is_asked_for() {
        operator = new OperatorId(operator());
        line = transaction.execute(
                _ -> lines.reserve(operator, identifier(), application).id());
    }

    @Test
    void a_lines_status_is_told_in_the_words_of_each_inventory() {
        stands("reserved", "pending", "pendingActive", false);
        activate();
        stands("active", "running", "active", true);
        transaction.executeWithoutResult(_ -> control.limit(line, application, EnumSet.of(Limit.DATA, Limit.OUTGOING)));
        stands("active", "limited", "active", true);
        assertThat(get(SERVICES + "/" + line)
                        .at("/serviceCharacteristic/3/value")
                        .toString())
                .isEqualTo("[\"OUTGOING\",\"DATA\"]");
        transaction.executeWithoutResult(_ -> control.deactivate(
                line, application, EndCause.DEACTIVATED, Instant.now().plus(Duration.ofDays(90))));
        stands("terminated", "stopped", "terminated", false);
        assertThat(get(SERVICES + "/" + line).has("endDate")).isTrue();
        assertThat(get(PRODUCTS + "/" + line).has("terminationDate")).isTrue();
    }

    private void stands(String state, String operating, String product, boolean enabled) {
        var service = get(SERVICES + "/" + line);
        assertThat(service.get("state").asString()).isEqualTo(state);
        assertThat(service.get("operatingStatus").asString()).isEqualTo(operating);
        assertThat(service.get("isServiceEnabled").asBoolean()).isEqualTo(enabled);
        assertThat(service.get("name").asString()).isEqualTo(account);
        assertThat(get(PRODUCTS + "/" + line).get("status").asString()).isEqualTo(product);
        for (var filter : List.of("state=" + state, "operatingStatus=" + operating)) {
            assertThat(get(SERVICES + "?name=" + account + "&serviceType=internet&" + filter))
                    .hasSize(1);
        }
        assertThat(get(PRODUCTS + "?name=" + account + "&status=" + product)).hasSize(1);
        assertThat(get(SERVICES + "?name=" + account + "&state=designed")).isEmpty();
        assertThat(get(SERVICES + "?name=" + account + "&serviceType=mobile")).isEmpty();
    }

    @Test
    void a_product_is_realised_by_its_service_and_neither_says_whose_it_is() {
        activate();

        var product = get(PRODUCTS + "/" + line);

        assertThat(get(product.at("/realizingService/0/href").asString()).get("id"))
                .isEqualTo(product.get("id"));
        assertThat(product.toString() + get(SERVICES + "/" + line))
                .doesNotContain("relatedParty", "Muster", "Erika", "1984");
    }

    @Test
    void who_pages_through_gets_every_line_once() {
        for (int i = 0; i < 3; i++) {
            var more = UUID.randomUUID();
            transaction.executeWithoutResult(_ -> lines.reserve(
                    operator, LineIdentifier.parse(Service.INTERNET, more + "@isp.example"), UUID.randomUUID()));
        }
        var all = names(get(SERVICES + "?limit=200"));
        assertThat(all).hasSizeLessThan(200).isSorted();

        var paged = new java.util.ArrayList<String>();
        for (int offset = 0; offset < all.size(); offset += 2) {
            paged.addAll(names(get(SERVICES + "?fields=name&limit=2&offset=" + offset)));
        }

        assertThat(paged).containsExactlyElementsOf(all);
        http.operator()
                .get()
                .uri(SERVICES + "?limit=1")
                .exchange()
                .expectHeader()
                .valueEquals("X-Total-Count", String.valueOf(all.size()));
    }

    @Test
    void only_the_members_that_were_asked_for_are_answered() {
        assertThat(get(SERVICES + "/" + line + "?fields=state,nothing").propertyNames())
                .containsExactlyInAnyOrder("id", "href", "state", "@type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=abc",
                "offset=-1",
                "offset=100001",
                "relatedParty.name=Muster",
                "limit=1&limit=2"
            })
    void what_is_not_known_is_refused_and_not_read_over(String query) {
        assertThat(error(http.operator().get().uri(SERVICES + "?" + query).exchange(), 400))
                .isEqualTo("request-invalid");
    }

    @Test
    void another_operators_line_is_not_there() {
        var other = new OperatorId(UUID.randomUUID());
        var theirs = transaction.execute(
                _ -> lines.reserve(other, LineIdentifier.parse(Service.INTERNET, "x" + account), UUID.randomUUID())
                        .id());

        assertThat(error(http.operator().get().uri(SERVICES + "/" + theirs).exchange(), 404))
                .isEqualTo("line-unknown");
        assertThat(error(http.operator().get().uri(PRODUCTS + "/" + theirs).exchange(), 404))
                .isEqualTo("line-unknown");
        assertThat(get(SERVICES + "?name=x" + account)).isEmpty();
        assertThat(error(http.anyone().get().uri(PRODUCTS).exchange(), 401)).isEqualTo("not-authenticated");
    }

    private static List<String> names(JsonNode page) {
        return StreamSupport.stream(page.spliterator(), false)
                .map(service -> service.get("name").asString())
                .toList();
    }

    private void activate() {
        transaction.executeWithoutResult(_ -> lines.activate(
                operator,
                identifier(),
                application,
                new HolderDetails("Muster", "Erika", UUID.randomUUID().toString(), LocalDate.of(1984, 1, 26))));
    }

    private LineIdentifier identifier() {
        return LineIdentifier.parse(Service.INTERNET, account);
    }
}
