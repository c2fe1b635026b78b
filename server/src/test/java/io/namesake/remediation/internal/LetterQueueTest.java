package io.namesake.remediation.internal;

import java.util.List;

class LetterQueueTest extends NoticeChannelContract {

    @Override
    NoticeChannel channel() {
        return new LetterQueue();
    }

    @Override
    NoticeMessage message() {
        return message("customer-0815");
    }

    @Override
    List<String> idsThatArrived() {
        return List.of();
    }
}
