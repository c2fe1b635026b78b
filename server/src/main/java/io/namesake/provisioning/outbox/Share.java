package io.namesake.provisioning.outbox;

/**
 * What each receiver may have under way while others wait. Nobody's places stay empty for want of others who wait: beyond its share a receiver
 * gets what is left, but for a few places of each server. So one that is silent never holds all of them, and whoever comes next is told at once
 * and not after its timeout.
 *
 * @param ofReceiver attempts under way to one receiver, from all servers together
 * @param ofOperator the same of all receivers of one operator
 * @param kept places of each server that nobody gets beyond a share
 */
public record Share(int ofReceiver, int ofOperator, int kept) {

    /**
     * Keeps one receiver's share, or as much of it as one receiver leaves on a server by itself.
     *
     * @param places how many attempts a server makes at a time
     */
    public static Share of(int places, int ofReceiver, int ofOperator) {
        return new Share(ofReceiver, ofOperator, Math.max(0, Math.min(ofReceiver, places - ofReceiver)));
    }
}
