package io.namesake.remediation.internal;

import java.util.UUID;

/** The port to a way of telling people. Every implementation keeps {@code NoticeChannelContract}, a test. */
interface NoticeChannel {

    Channel channel();

    /**
     * Hands a notice over.
     *
     * @param noticeId the same whenever the same notice is sent again, so that the other side can tell
     * @throws InterruptedException when we are told to stop; whether it was taken is then not known
     */
    Result send(UUID noticeId, NoticeMessage message) throws InterruptedException;

    /** What came of it. */
    sealed interface Result {

        /** It is on its way. Whether it arrives will be told, or seen when somebody opens its link. */
        record Sent() implements Result {}

        /** It waits for somebody to post it. */
        record Waiting() implements Result {}

        /**
         * It was not taken.
         *
         * @param error what happened, in a few stable words without anything personal
         * @param forGood whether another attempt can bring nothing
         */
        record Failed(String error, boolean forGood) implements Result {}
    }
}
