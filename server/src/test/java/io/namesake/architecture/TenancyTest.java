package io.namesake.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.MigratedDatabase;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table either says whose its rows are, and the database holds to that, or stands here with the reason why it is nobody's. */
class TenancyTest {
    private static final JdbcClient JDBC = MigratedDatabase.create().jdbc();

    /** Tables without row-level security. Whoever adds one explains it here; a table with an operator's rows calls {@code isolate}. */
    private static final Map<String, String> NOBODYS = Map.ofEntries(
            entry("audit_checkpoint", "the one log of all operators: sizes, roots and signatures, no entry"),
            entry("audit_cosignature", "what witnesses signed, of the one log"),
            entry("audit_head", "the last number and hash of the one log"),
            entry("audit_key", "public keys that sign the one log"),
            entry("audit_subtree", "hashes of pieces of the one log"),
            entry("audit_tree", "how much of the one log is in the tree"),
            entry(
                    "case_key",
                    "keys by kind and id of a case, each encrypted; found with the case alone, and of no use without"),
            entry("consent_text", "texts that are the same for everybody"),
            entry(
                    "deployment_mark",
                    "whether the database is a sandbox's; one row that the server's role may not write"),
            entry(
                    "event_publication",
                    "Spring Modulith's queue of what listeners have not heard yet; no request reads it"),
            entry("flyway_schema_history", "Flyway's; the server's role may not write it"),
            entry(
                    "rate_limit_bucket",
                    "how often somebody called of late, by a keyed digest of who; counted before it is known whose they are"),
            entry("remediation_timer", "db-scheduler's: a task carries an id alone"),
            entry(
                    "sign_in_attempt",
                    "how often sign-in failed of late, by a keyed digest of a number or an address; counted before anybody is known"),
            entry("token_signing_key", "the server's keys, sealed, which sign tokens for clients of every operator"));

    @Test
    void every_table_is_somebodys_and_isolated_or_nobodys_with_a_reason() {
        var bare = JDBC.sql("""
                        select relname from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                          and not (relrowsecurity and relforcerowsecurity
                                   and exists (select from pg_policy where polrelid = c.oid))
                        """).query(String.class).list();
        assertThat(bare).containsExactlyInAnyOrderElementsOf(NOBODYS.keySet());
    }

    @Test
    void one_policy_holds_for_reading_and_writing_and_for_everybody() {
        var others = JDBC.sql("""
                        select polrelid::regclass::text from pg_policy
                        where polcmd <> '*' or not polpermissive or polroles <> '{0}' or polwithcheck is not null
                        """).query(String.class).list();
        assertThat(others).isEmpty();
        assertThat(JDBC.sql("select polrelid::regclass::text from pg_policy group by 1 having count(*) > 1")
                        .query(String.class)
                        .list())
                .as("a second policy would widen the first")
                .isEmpty();
    }

    @Test
    void whatever_names_an_operator_is_isolated_by_it() {
        var rules = JDBC.sql("""
                        select table_name || ': ' || coalesce(pg_get_expr(polqual, polrelid), 'none')
                        from information_schema.columns
                        left join pg_policy on polrelid = table_name::regclass
                        where table_schema = 'public' and column_name = 'operator_id'
                        """).query(String.class).list();
        assertThat(rules)
                .hasSizeGreaterThan(20)
                .allMatch(rule -> rule.contains("operator_id = ( SELECT seen_operator()"));
    }

    @Test
    void no_view_and_no_function_looks_around_the_walls() {
        assertThat(JDBC.sql(
                                "select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(JDBC.sql("select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace")
                        .query(String.class)
                        .list())
                .as("functions with their owner's rights: the lines of the person whose scope it is, and nothing else")
                .containsExactly("seen_lines");
    }

    @Test
    void every_index_that_a_rule_of_a_child_needs_is_there() {
        // A rule asks the parent by its key: a foreign key to it, or a column of the same meaning, names a primary key.
        var rules = JDBC.sql("select pg_get_expr(polqual, polrelid) from pg_policy")
                .query(String.class)
                .list();
        var asked = rules.stream()
                .flatMap(rule -> Stream.of(rule.split("FROM ")).skip(1))
                .map(part -> part.split("\\W")[0])
                .distinct()
                .toList();
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(parent -> assertThat(JDBC.sql(
                                        "select exists (select from pg_index where indrelid = cast(:table as regclass) and indisprimary)")
                                .param("table", parent)
                                .query(Boolean.class)
                                .single())
                        .as(parent)
                        .isTrue());
    }
}
