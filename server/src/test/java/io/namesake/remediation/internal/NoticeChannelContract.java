package io.namesake.remediation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.namesake.language.Language;
import io.namesake.remediation.internal.NoticeChannel.Result;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every way of telling people keeps. */
abstract class NoticeChannelContract {
    static final String TEXT = "Your line +8613800138000: 请确认。\nhttps://namesake.example/notice#abc";

    final UUID id = UUID.randomUUID();

    abstract NoticeChannel channel();

    abstract NoticeMessage message();

    /** The ids by which the other side tells notices apart; nothing where nothing leaves this server. */
    abstract List<String> idsThatArrived();

    NoticeMessage message(String to) {
        return new NoticeMessage(to, "Please confirm", TEXT, Language.ENGLISH);
    }

    @Test
    void a_notice_is_taken_and_nothing_claims_that_it_arrived() throws InterruptedException {
        assertThat(channel().send(id, message())).isIn(new Result.Sent(), new Result.Waiting());
    }

    @Test
    void a_notice_that_is_sent_again_can_be_told_from_another() throws InterruptedException {
        channel().send(id, message());
        channel().send(id, message());
        assertThat(idsThatArrived()).allMatch(arrived -> arrived.contains(id.toString()));
    }

    @Test
    void a_message_says_nothing_personal_of_itself() {
        assertThat(message().toString()).doesNotContain(message().to(), "abc");
    }
}
