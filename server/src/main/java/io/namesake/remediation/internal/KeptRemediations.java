package io.namesake.remediation.internal;

import io.namesake.privacy.Expiring;
import io.namesake.privacy.ExpiringRows;
import io.namesake.privacy.KeptData;
import io.namesake.privacy.RetentionSettings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long cases are kept once they are over. What is personal in them went when they ended ({@link RemediationCase#forgotten()});
 * what stays that long is what was told when, so that it can still be complained about. A campaign is counted as a whole: its cases
 * go together, when the last of them may.
 */
@Configuration(proxyBeanMethods = false)
class KeptRemediations {
    private static final String OVER = """
            select c.id from remediation_case c
            where c.phase in ('SETTLED', 'ENDED') and c.changed_at <= :before
              and (c.campaign_id is null or (
                  exists (select 1 from remediation_campaign g where g.id = c.campaign_id and g.state in ('STOPPED', 'DONE'))
                  and not exists (
                      select 1 from remediation_case other
                      where other.campaign_id = c.campaign_id
                        and (other.phase not in ('SETTLED', 'ENDED') or other.changed_at > :before))))
            """;

    @Bean
    Expiring oldRemediations(JdbcClient jdbc, RetentionSettings retention) {
        return new ExpiringRows(
                jdbc,
                KeptData.CASES,
                retention.caseFile(),
                List.of("""
                        delete from remediation_notice where id in (
                            select id from remediation_notice where case_id in (%s) limit :most)
                        """.formatted(OVER), """
                        delete from remediation_step where (case_id, number) in (
                            select case_id, number from remediation_step where case_id in (%s) limit :most)
                        """.formatted(OVER), """
                        delete from remediation_case where id in (
                            %s and not exists (select 1 from remediation_notice n where n.case_id = c.id)
                               and not exists (select 1 from remediation_step s where s.case_id = c.id) limit :most)
                        """.formatted(OVER), """
                        delete from remediation_campaign_line where (campaign_id, line_id) in (
                            select line.campaign_id, line.line_id
                            from remediation_campaign_line line join remediation_campaign g on g.id = line.campaign_id
                            where g.state in ('STOPPED', 'DONE') and g.created_at <= :before
                              and not exists (select 1 from remediation_case c where c.campaign_id = g.id) limit :most)
                        """, """
                        delete from remediation_campaign where id in (
                            select g.id from remediation_campaign g
                            where g.state in ('STOPPED', 'DONE') and g.created_at <= :before
                              and not exists (select 1 from remediation_case c where c.campaign_id = g.id)
                              and not exists (select 1 from remediation_campaign_line l where l.campaign_id = g.id) limit :most)
                        """));
    }
}
