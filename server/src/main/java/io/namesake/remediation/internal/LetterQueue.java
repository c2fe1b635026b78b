package io.namesake.remediation.internal;

import java.util.UUID;

/** Letters wait until the operator fetches, prints and posts them, see {@link LettersController}. */
final class LetterQueue implements NoticeChannel {

    @Override
    public Channel channel() {
        return Channel.LETTER;
    }

    @Override
    public Result send(UUID noticeId, NoticeMessage message) {
        return new Result.Waiting();
    }
}
