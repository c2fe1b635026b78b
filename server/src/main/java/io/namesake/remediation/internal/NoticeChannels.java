package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The channels that carry an operator's notices: its own; the deployment's for what it has none of its own for; and there is always
 * the letter.
 */
final class NoticeChannels {
    private final Map<Channel, NoticeChannel> deployment;
    private final Map<OperatorId, Map<Channel, NoticeChannel>> byOperator = new HashMap<>();

    /**
     * @param deployment whatever the deployment has
     * @param own what single operators have instead
     */
    NoticeChannels(Map<Channel, NoticeChannel> deployment, Map<OperatorId, Map<Channel, NoticeChannel>> own) {
        this.deployment = over(Map.of(Channel.LETTER, new LetterQueue()), deployment);
        own.forEach((operator, channels) -> byOperator.put(operator, over(this.deployment, channels)));
    }

    Map<Channel, NoticeChannel> of(OperatorId operator) {
        return byOperator.getOrDefault(operator, deployment);
    }

    private static Map<Channel, NoticeChannel> over(
            Map<Channel, NoticeChannel> general, Map<Channel, NoticeChannel> own) {
        var all = new EnumMap<Channel, NoticeChannel>(Channel.class);
        all.putAll(general);
        all.putAll(own);
        return Map.copyOf(all);
    }
}
