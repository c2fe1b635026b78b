package io.namesake.privacy.internal;

import io.namesake.database.SqlTime;
import io.namesake.language.Language;
import io.namesake.privacy.ConsentText;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every consent text that was ever shown. The current ones are written down before the server answers its first request, so that
 * there is no consent to words which nobody can read any more.
 */
@Repository
class ShownTexts implements SmartInitializingSingleton {
    private final JdbcClient jdbc;
    private final ConsentTexts current;
    private final JsonMapper json;
    private final Clock clock;

    ShownTexts(JdbcClient jdbc, ConsentTexts current, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.current = current;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (var language : Language.values()) {
            var text = current.in(language);
            jdbc.sql("""
                            insert into consent_text (sha256, version, language, content, shown_since)
                            values (:sha256, :version, :language, :content, :now) on conflict do nothing
                            """)
                    .param("sha256", current.sha256(language))
                    .param("version", text.version())
                    .param("language", language.tag())
                    .param("content", json.writeValueAsString(text))
                    .param("now", SqlTime.of(clock.instant()))
                    .update();
        }
    }

    Optional<ConsentText> find(String version, Language language) {
        return jdbc.sql("select content from consent_text where version = :version and language = :language")
                .param("version", version)
                .param("language", language.tag())
                .query((row, index) -> json.readValue(row.getString("content"), ConsentText.class))
                .optional();
    }
}
