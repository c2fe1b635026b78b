package io.namesake.application.internal;

import org.springframework.beans.factory.BeanFactory;

/** What the server does each minute, at once: it looks whose evidence has been kept as long as it may be, and who never finished. */
public final class EvidenceLook {

    private EvidenceLook() {}

    public static void now(BeanFactory server) {
        server.getBean(EvidenceClock.class).tick();
    }
}
