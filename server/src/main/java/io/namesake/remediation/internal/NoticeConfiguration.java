package io.namesake.remediation.internal;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Makes the channels that are configured. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    NoticeChannels noticeChannels(NoticeSettings deployment, OperatorNoticeSettings operators, Clock clock) {
        return new NoticeChannels(
                channels(deployment.gateway(), deployment.smtp(), clock),
                operators.byOperator().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                own -> channels(
                                        own.getValue().gateway(), own.getValue().smtp(), clock))));
    }

    private static Map<Channel, NoticeChannel> channels(
            NoticeSettings.@Nullable Gateway gateway, NoticeSettings.@Nullable Smtp smtp, Clock clock) {
        var channels = new EnumMap<Channel, NoticeChannel>(Channel.class);
        if (gateway != null) {
            var http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(gateway.timeout())
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
            gateway.channels()
                    .forEach(channel -> channels.put(channel, new GatewayChannel(channel, gateway, http, clock)));
        }
        if (smtp != null) {
            channels.put(Channel.EMAIL, smtp(smtp));
        }
        return channels;
    }

    static SmtpChannel smtp(NoticeSettings.Smtp settings) {
        var mail = new JavaMailSenderImpl();
        mail.setHost(settings.host());
        mail.setPort(settings.port());
        mail.setUsername(settings.user());
        mail.setPassword(settings.password());
        var properties = mail.getJavaMailProperties();
        var millis = Long.toString(settings.timeout().toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return new SmtpChannel(mail, settings.from());
    }
}
