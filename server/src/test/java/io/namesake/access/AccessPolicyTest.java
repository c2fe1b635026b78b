package io.namesake.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeDemo;
import io.namesake.TestHttp;
import io.namesake.TestStaff;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One file says who may call what, and nothing is beside it. The table that people read is printed with
 * {@code ./mvnw -pl server -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=AccessPolicyTest -Dnamesake.policy.write=true}.
 */
@NamesakeDemo
class AccessPolicyTest {
    private static final Path TABLE = Path.of("..", "docs", "access-policy.md");

    @Autowired
    TestHttp http;

    @Autowired
    AccessRules policy;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void the_policy_knows_every_operation_and_no_other() {
        assertThat(operations()).hasSizeGreaterThan(100);
        assertThat(policy.all().keySet())
                .as("policy.yaml, against the operations under /v1")
                .containsExactlyElementsOf(operations().keySet());
    }

    @Test
    void the_policy_opens_an_operation_to_no_kind_of_caller_that_it_does_not_take() {
        operations().forEach((operation, method) -> {
            var rule = policy.of(operation).orElseThrow();
            var wanted = Arrays.stream(method.getMethodParameters())
                    .map(MethodParameter::getParameterType)
                    .filter(Caller.class::isAssignableFrom)
                    .findFirst();
            assertThat(rule.anyone())
                    .as(operation)
                    .isEqualTo(method.hasMethodAnnotation(OpenToAnyone.class))
                    .isEqualTo(wanted.isEmpty());
            var taken = wanted.<Set<Class<?>>>map(Set::of).orElse(Set.of());
            boolean any = taken.contains(Caller.class);
            assertThat(rule.applicant() && !any).as(operation).isEqualTo(taken.contains(ApplicantPrincipal.class));
            assertThat(rule.holder() && !any).as(operation).isEqualTo(taken.contains(HolderPrincipal.class));
            assertThat(rule.operator() && !any).as(operation).isEqualTo(taken.contains(OperatorPrincipal.class));
            assertThat(rule.network() && !any).as(operation).isEqualTo(taken.contains(NetworkPrincipal.class));
            if (taken.contains(StaffPrincipal.class)) {
                assertThat(rule.roles()).as(operation).isNotEmpty();
            }
            if (taken.contains(ClientPrincipal.class)) {
                assertThat(rule.scopes()).as(operation).isNotEmpty();
            }
            var named = method.getMethodAnnotation(RequiresScope.class);
            if (named != null) {
                assertThat(rule.scopes()).as(operation).containsExactlyInAnyOrder(named.value());
            }
        });
    }

    @Test
    void staff_do_for_their_operator_what_the_policy_gives_their_role_and_nothing_else() {
        var engineer = TestStaff.with(http, "ENGINEER");
        engineer.get().uri("/v1/webhook-endpoints").exchange().expectStatus().isOk();
        engineer.get().uri("/v1/api-clients").exchange().expectStatus().isOk();
        engineer.get().uri("/v1/staff").exchange().expectStatus().isForbidden();
        engineer.get().uri("/v1/reviews").exchange().expectStatus().isForbidden();
        engineer.get().uri("/v1/audit/key").exchange().expectStatus().isForbidden();
        var auditor = TestStaff.with(http, "AUDITOR");
        auditor.get().uri("/v1/audit/key").exchange().expectStatus().isOk();
        auditor.get()
                .uri("/v1/webhook-endpoints")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Only staff with the role ENGINEER may do this.");
    }

    @Test
    void an_address_that_is_written_otherwise_is_no_way_round_the_policy() {
        TestStaff.with(http, "AGENT")
                .get()
                .uri(URI.create(http.address() + "/%761/staff"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void nobody_but_holders_and_applicants_opens_what_is_a_persons_own() {
        policy.all().forEach((operation, rule) -> {
            if (operation.contains(" /v1/me/")) {
                assertThat(rule.operator()).as(operation).isFalse();
                assertThat(rule.roles()).as(operation).isEmpty();
                assertThat(rule.scopes()).as(operation).isEmpty();
            }
        });
    }

    @Test
    void the_committed_table_shows_the_policy_as_it_is() throws Exception {
        var table = table();
        if (Boolean.getBoolean("namesake.policy.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualToNormalizingNewlines(Files.readString(TABLE));
    }

    private Map<String, HandlerMethod> operations() {
        var found = new TreeMap<String, HandlerMethod>();
        mapping.getHandlerMethods()
                .forEach((info, method) -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/v1/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> found.put(verb + " " + path, method))));
        return found;
    }

    private String table() {
        var lines = new ArrayList<String>();
        lines.add("# Who may call what");
        lines.add("");
        lines.add(
                "Printed from [`policy.yaml`](../server/src/main/resources/io/namesake/access/policy.yaml), which the server"
                        + " enforces: an operation that is not in it is closed.");
        lines.add("Staff and API clients beside \"operator\" do it in the operator's name. Everybody sees only what is"
                + " theirs: an operator its own, a person their own, a reviewer one case.");
        lines.add("");
        var heads = new ArrayList<>(List.of("anyone", "applicant", "holder", "operator", "network"));
        Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .forEach(heads::add);
        lines.add("| operation | " + String.join(" | ", heads) + " | scope of an API client |");
        lines.add("|---|" + ":-:|".repeat(heads.size()) + "---|");
        policy.all().forEach((operation, rule) -> {
            var cells = new ArrayList<String>();
            cells.add(mark(rule.anyone()));
            cells.add(mark(rule.applicant()));
            cells.add(mark(rule.holder()));
            cells.add(mark(rule.operator()));
            cells.add(mark(rule.network()));
            Arrays.stream(Role.values())
                    .map(role -> mark(rule.roles().contains(role)))
                    .forEach(cells::add);
            lines.add("| `" + operation + "` | " + String.join(" | ", cells) + " | "
                    + String.join(", ", new TreeSet<>(rule.scopes())) + " |");
        });
        return String.join("\n", lines) + "\n";
    }

    private static String mark(boolean may) {
        return may ? "x" : "";
    }
}
