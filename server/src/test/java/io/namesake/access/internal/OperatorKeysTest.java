package io.namesake.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.NamesakeTest;
import io.namesake.TestOperator;
import io.namesake.access.AccessEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The environment gives an operator one key, and takes those of before. */
@NamesakeTest
class OperatorKeysTest {

    @Autowired
    Operators operators;

    @Autowired
    OperatorKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void a_key_that_was_replaced_opens_nothing_and_the_audit_log_says_so() {
        var name = name();
        var leaked = key();
        var fresh = key();
        assertThat(started(name, leaked)).isEmpty();
        assertThat(started(name, leaked)).as("the next start").isEmpty();
        assertThat(started(name, fresh)).containsExactly(leaked.id());

        assertThat(operators.callerOf(leaked.text())).isEmpty();
        assertThat(operators.callerOf(fresh.text())).isPresent();
        assertThat(operators.callerOf(TestOperator.KEY))
                .as("another operator's")
                .isPresent();
        assertThat(written(name))
                .singleElement()
                .asString()
                .startsWith("operator.key-replaced ")
                .contains("\"by\":\"server\"", "\"key\":\"" + fresh.id(), "\"retired\":\"" + leaked.id())
                .doesNotContain(leaked.secret(), fresh.secret());
    }

    @Test
    void another_secret_of_the_same_key_ends_the_one_before_and_one_that_is_set_again_opens_again() {
        var name = name();
        var first = key();
        var second = new ApiKey(first.id(), key().secret());
        started(name, first);
        assertThat(started(name, second)).containsExactly(first.id());
        assertThat(operators.callerOf(first.text())).isEmpty();
        assertThat(operators.callerOf(second.text())).isPresent();
        started(name, key());
        started(name, second);
        assertThat(operators.callerOf(second.text())).isPresent();
        assertThat(written(name)).hasSize(3);
    }

    @Test
    void a_start_that_fails_before_everything_is_there_takes_no_secret_away_and_the_next_one_tells_of_it() {
        var name = name();
        var first = key();
        var second = new ApiKey(first.id(), key().secret());
        started(name, first);

        keys.ensure(name, second);
        assertThat(operators.callerOf(first.text())).isPresent();
        assertThat(written(name)).isEmpty();

        assertThat(started(name, second)).containsExactly(first.id());
        assertThat(operators.callerOf(first.text())).isEmpty();
        assertThat(operators.callerOf(second.text())).isPresent();
        assertThat(written(name)).hasSize(1);
    }

    @Test
    void a_name_that_is_changed_without_the_key_stops_the_start_and_says_what_to_do() {
        var name = name();
        var other = name();
        var key = key();
        started(name, key);
        assertThatThrownBy(() -> started(other, key))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("NAMESAKE_OPERATOR_API_KEY", "NAMESAKE_OPERATOR_NAME", name, other, key.id())
                .hasMessageNotContaining(key.secret());
        assertThat(operators.find(other)).as("no operator is left behind").isEmpty();
        assertThat(operators.callerOf(key.text())).isPresent();
    }

    @Test
    void whoever_listens_hears_of_a_replaced_key_while_the_server_starts() {
        var name = name();
        started(name, key());
        try (var starting = new AnnotationConfigApplicationContext()) {
            starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "environment",
                            Map.of("namesake.operator.name", name, "namesake.operator.api-key", key().text())));
            starting.registerBean(JdbcClient.class, () -> jdbc);
            starting.registerBean(Clock.class, () -> clock);
            starting.register(BootstrapOperator.class, OperatorKeys.class, PublishedNews.class, Listener.class);
            starting.refresh();
            assertThat(starting.getBean(Listener.class).heard).containsExactly("operator.key-replaced");
        }
    }

    /** As a server's start does. @return keys that ended */
    private List<String> started(String name, ApiKey key) {
        return keys.endOthers(keys.ensure(name, key));
    }

    private List<String> written(String name) {
        return jdbc.sql("""
                        select type || ' ' || details::text from audit_entry
                        where operator_id = :id and subject_id = :id::text order by seq
                        """)
                .param("id", operators.find(name).orElseThrow().value())
                .query(String.class)
                .list();
    }

    private static String name() {
        return "Telecom " + UUID.randomUUID();
    }

    private static ApiKey key() {
        return ApiKey.random(new SecureRandom());
    }

    static class Listener {
        private final List<String> heard = new ArrayList<>();

        @EventListener
        void hear(AccessEvent event) {
            heard.add(event.type());
        }
    }
}
