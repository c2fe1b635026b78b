package io.namesake.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.NamesakeTest;
import io.namesake.TestHttp;
import io.namesake.application.TestApplicant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server's own columns move on to the next key. */
@NamesakeTest
class ResealerTest {

    @Autowired
    TestHttp http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Resealable> columns;

    @Autowired
    CaseKeys keys;

    @Autowired
    Resealer resealer;

    @Test
    void whatever_stays_sealed_for_long_is_sealed_again() {
        assertThat(columns.stream().map(Resealable::column))
                .contains("holder.sealed_details", "webhook_endpoint.sealed_secret", "case_key.wrapped_key");
    }

    @Test
    void what_the_primary_key_has_sealed_is_left_as_it_is() {
        http.operator()
                .post()
                .uri("/v1/webhook-endpoints")
                .body(Map.of("url", "https://example.com/" + TestApplicant.newLine()))
                .exchange()
                .expectStatus()
                .isCreated();
        var before = sealed();
        resealer.resealAll();
        assertThat(sealed()).isNotEmpty().isEqualTo(before);
    }

    @Test
    void a_case_whose_key_another_key_wrapped_is_wrapped_by_the_current_one_and_opens_as_before() {
        var of = new CaseRef("application", UUID.randomUUID());
        var sealed = keys.seal(of, KeyServiceContract.bytes("a piece"), KeyServiceContract.bytes("here"));
        jdbc.sql("update case_key set key_id = 'before' where case_id = :id")
                .param("id", of.id())
                .update();
        var wrapped = wrapped(of);
        resealer.resealAll();
        assertThat(wrapped(of)).isNotEqualTo(wrapped);
        assertThat(keys.open(of, sealed, KeyServiceContract.bytes("here")))
                .isEqualTo(KeyServiceContract.bytes("a piece"));
        assertThat(jdbc.sql("select count(*) from case_key where key_id = 'before'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> sealed() {
        return jdbc.sql("select encode(sealed_secret, 'hex') from webhook_endpoint order by id")
                .query(String.class)
                .list();
    }

    private String wrapped(CaseRef of) {
        return jdbc.sql("select wrapped_key from case_key where case_id = :id")
                .param("id", of.id())
                .query((row, index) -> HexFormat.of().formatHex(row.getBytes("wrapped_key")))
                .single();
    }
}
