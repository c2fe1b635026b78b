package io.namesake.access.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.access.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which words of an issuer are which roles of ours. */
class IssuerRolesTest {
    private static final Map<Role, Set<String>> WORDS =
            Map.of(Role.REVIEWER, Set.of("deciders"), Role.AUDITOR, Set.of("auditors", "revision"));

    @Test
    void roles_are_found_where_issuers_put_them() {
        assertThat(roles("realm_access.roles", Map.of("realm_access", Map.of("roles", List.of("deciders", "x")))))
                .containsExactly(Role.REVIEWER);
        assertThat(roles("https://example.com/roles", Map.of("https://example.com/roles", List.of("revision"))))
                .containsExactly(Role.AUDITOR);
        assertThat(roles("groups", Map.of("groups", "x deciders auditors")))
                .containsExactlyInAnyOrder(Role.REVIEWER, Role.AUDITOR);
    }

    @Test
    void what_nobody_mapped_means_nothing() {
        for (var claims : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("roles", List.of("REVIEWER", "admin")),
                Map.of("roles", Map.of("REVIEWER", true)),
                Map.of("roles", 7))) {
            assertThat(roles("roles", claims)).isEmpty();
            assertThat(roles("roles.more", claims)).isEmpty();
        }
    }

    @Test
    void settings_that_would_let_the_wrong_ones_in_stop_the_start() {
        assertThatThrownBy(() -> settings("http://issuer.example", "namesake", WORDS, null))
                .hasMessageContaining("https");
        assertThatThrownBy(() -> settings("https://issuer.example", "namesake", Map.of(), null))
                .hasMessageContaining("roles");
        assertThatThrownBy(() -> settings("https://issuer.example", "namesake", WORDS, "namesake"))
                .hasMessageContaining("audience");
        assertThat(settings("https://issuer.example", "namesake", WORDS, null).toString())
                .doesNotContain("secret");
    }

    private static OidcSettings settings(
            String issuer, String clientId, Map<Role, Set<String>> roles, String audience) {
        return new OidcSettings(
                URI.create(issuer), "Issuer", clientId, "secret", "RS256", null, "roles", roles, audience);
    }

    private static Set<Role> roles(String path, Map<String, Object> claims) {
        return new IssuerRoles(path, WORDS).in(claims);
    }
}
