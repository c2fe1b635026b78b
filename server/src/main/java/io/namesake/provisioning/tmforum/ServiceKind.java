package io.namesake.provisioning.tmforum;

import io.namesake.registry.Service;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a kind of line is called in TM Forum's {@code serviceType}. */
final class ServiceKind {
    private ServiceKind() {}

    static String of(Service service) {
        return service.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Service> named(String name) {
        return Arrays.stream(Service.values())
                .filter(service -> of(service).equals(name))
                .findFirst();
    }
}
