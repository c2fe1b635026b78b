package io.namesake.registry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Hears what the registry publishes, in the thread that publishes it. */
final class Ear implements ApplicationListener<ApplicationEvent> {
    private final List<Object> heard = new CopyOnWriteArrayList<>();

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> said) {
            heard.add(said.getPayload());
        }
    }

    <T> Stream<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast);
    }
}
