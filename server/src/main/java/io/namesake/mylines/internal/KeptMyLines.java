package io.namesake.mylines.internal;

import io.namesake.crypto.Resealable;
import io.namesake.crypto.SealedColumn;
import io.namesake.crypto.Vault;
import io.namesake.privacy.Expiring;
import io.namesake.privacy.ExpiringRows;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long this module keeps what, and what of it moves on to the next key. */
@Configuration(proxyBeanMethods = false)
class KeptMyLines {

    @Bean
    Expiring oldHolderSessions(JdbcClient jdbc, RetentionSettings retention) {
        return new ExpiringRows(jdbc, KeptData.HOLDER_SESSIONS, retention.holderSession(), List.of("""
                        delete from holder_session where id in (
                            select id from holder_session where opened_at <= :before limit :most)
                        """, """
                        delete from passkey_ceremony where id in (
                            select id from passkey_ceremony where expires_at <= :before limit :most)
                        """));
    }

    /** What was said in a hearing goes with its case. */
    @Bean
    Expiring oldDisputes(JdbcClient jdbc, RetentionSettings retention) {
        return new ExpiringRows(jdbc, KeptData.CASES, retention.caseFile(), List.of("""
                        delete from dispute_hearing where id in (
                            select id from dispute
                            where state in ('UPHELD', 'REJECTED', 'WITHDRAWN') and coalesce(decided_at, due_at) <= :before
                              and exists (select 1 from dispute_hearing h where h.id = dispute.id) limit :most)
                        """, """
                        delete from dispute where id in (
                            select id from dispute
                            where state in ('UPHELD', 'REJECTED', 'WITHDRAWN') and coalesce(decided_at, due_at) <= :before
                              and not exists (select 1 from dispute_hearing h where h.id = dispute.id) limit :most)
                        """, """
                        delete from line_ending where id in (
                            select id from line_ending where undo_until <= :before limit :most)
                        """));
    }

    @Bean
    Resealable sealedStatements(JdbcClient jdbc, Vault vault) {
        return new SealedColumn(jdbc, vault, "dispute_hearing", "sealed_statement", Hearings::placeOf);
    }
}
