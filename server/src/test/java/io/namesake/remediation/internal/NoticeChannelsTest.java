package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.namesake.MovableClock;
import io.namesake.access.OperatorId;
import io.namesake.remediation.internal.NoticeChannel.Result;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Each operator's notices go by its own gateway, and by the deployment's where it has none. */
class NoticeChannelsTest {
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final OperatorId OWN = new OperatorId(UUID.randomUUID());
    private static final OperatorId OTHER = new OperatorId(UUID.randomUUID());

    private TestGateway deployment;
    private TestGateway operators;

    @BeforeEach
    void start() throws Exception {
        deployment = TestGateway.start();
        operators = TestGateway.start();
    }

    @AfterEach
    void stop() {
        deployment.close();
        operators.close();
    }

    @Test
    void an_operator_with_a_gateway_of_its_own_uses_it_and_every_other_one_the_deployments() throws Exception {
        var channels = channels(Map.of(
                "NAMESAKE_REMEDIATION_OPERATORS_" + plain(OWN) + "_GATEWAY_URL",
                operators.url(),
                "NAMESAKE_REMEDIATION_OPERATORS_" + plain(OWN) + "_GATEWAY_SECRET",
                SECRET));
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        assertThat(send(channels, OWN, first)).isEqualTo(new Result.Sent());
        assertThat(send(channels, OTHER, second)).isEqualTo(new Result.Sent());
        assertThat(operators.keys()).containsExactly(first.toString());
        assertThat(deployment.keys()).containsExactly(second.toString());
    }

    @Test
    void what_an_operator_has_none_of_its_own_for_goes_by_the_deployments() {
        var channels = channels(Map.of(
                "NAMESAKE_REMEDIATION_OPERATORS_" + plain(OWN) + "_SMTP_HOST", "mail.example",
                "NAMESAKE_REMEDIATION_OPERATORS_" + plain(OWN) + "_SMTP_FROM", "notices@telecom.example"));
        assertThat(channels.of(OWN).keySet()).isEqualTo(Set.of(Channel.SMS, Channel.EMAIL, Channel.LETTER));
        assertThat(channels.of(OWN).get(Channel.SMS))
                .isSameAs(channels.of(OTHER).get(Channel.SMS));
        assertThat(channels.of(OTHER).keySet()).isEqualTo(Set.of(Channel.SMS, Channel.LETTER));
    }

    @Test
    void with_nothing_set_there_is_the_letter() {
        var channels = new NoticeChannels(Map.of(), Map.of());
        assertThat(channels.of(OWN).keySet()).containsExactly(Channel.LETTER);
    }

    @Test
    void a_name_that_is_no_operators_id_or_an_operator_that_is_named_twice_is_refused_at_start() {
        var nothing = new OperatorNoticeSettings.Own(null, null);
        assertThatThrownBy(() -> new OperatorNoticeSettings(Map.of("telecom", nothing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("this is none: telecom");
        assertThatThrownBy(
                        () -> new OperatorNoticeSettings(Map.of(OWN.value().toString(), nothing, plain(OWN), nothing)))
                .hasMessageContaining("twice");
        assertThat(new OperatorNoticeSettings(Map.of(OWN.value().toString(), nothing)).byOperator())
                .containsOnlyKeys(OWN);
    }

    private static Result send(NoticeChannels channels, OperatorId operator, UUID id) throws InterruptedException {
        return channels.of(operator).get(Channel.SMS).send(id, new NoticeMessage("+8613800138000", "a", "b", null));
    }

    private static String plain(OperatorId operator) {
        return operator.value().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
    }

    private NoticeChannels channels(Map<String, Object> own) {
        var all = new java.util.HashMap<>(own);
        all.put("NAMESAKE_NOTICES_GATEWAY_URL", deployment.url());
        all.put("NAMESAKE_NOTICES_GATEWAY_SECRET", SECRET);
        var binder = new Binder(ConfigurationPropertySource.from(
                new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all)));
        return new NoticeConfiguration()
                .noticeChannels(
                        binder.bindOrCreate("namesake.notices", NoticeSettings.class),
                        binder.bindOrCreate("namesake.remediation", OperatorNoticeSettings.class),
                        new MovableClock());
    }
}
