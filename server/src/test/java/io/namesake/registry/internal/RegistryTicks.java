package io.namesake.registry.internal;

import org.springframework.beans.factory.BeanFactory;

/** Lets a test do at once what the server does by itself every few seconds. */
public final class RegistryTicks {

    private RegistryTicks() {}

    public static void transfers(BeanFactory beans) {
        beans.getBean(TransferClock.class).tick();
    }
}
