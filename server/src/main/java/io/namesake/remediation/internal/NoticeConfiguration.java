package io.namesake.remediation.internal;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Which channels there are. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    /** The channels by what they carry; there is always the letter. */
    record Channels(Map<Channel, NoticeChannel> byChannel) {
        Channels {
            byChannel = Map.copyOf(byChannel);
        }
    }

    @Bean
    Channels noticeChannels(NoticeSettings settings, Clock clock) {
        var channels = new TreeMap<Channel, NoticeChannel>();
        channels.put(Channel.LETTER, new LetterQueue());
        var gateway = settings.gateway();
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
        if (settings.smtp() != null) {
            channels.put(Channel.EMAIL, smtp(settings.smtp()));
        }
        return new Channels(channels);
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
