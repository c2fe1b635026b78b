package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.namesake.remediation.internal.NoticeChannel.Result;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpChannelTest extends NoticeChannelContract {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Override
    NoticeChannel channel() {
        return NoticeConfiguration.smtp(new NoticeSettings.Smtp(
                "127.0.0.1",
                server.getSmtp().getPort(),
                null,
                null,
                "notices@telecom.example",
                false,
                Duration.ofSeconds(5)));
    }

    @Override
    NoticeMessage message() {
        return message("erika@example.org");
    }

    @Override
    List<String> idsThatArrived() {
        return Arrays.stream(server.getReceivedMessages())
                .map(SmtpChannelTest::id)
                .toList();
    }

    @Test
    void the_text_arrives_whole_in_every_language() throws Exception {
        channel().send(id, message());
        var arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(TEXT);
        assertThat(arrived.getSubject()).isEqualTo("Please confirm");
    }

    @Test
    void a_server_that_is_away_is_asked_again_and_an_address_that_is_none_is_not() throws Exception {
        assertThat(channel().send(id, message("no address"))).isEqualTo(new Result.Failed("address-refused", true));
        var channel = channel();
        server.stop();
        assertThat(channel.send(id, message())).isEqualTo(new Result.Failed("not-sent", false));
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
