package io.namesake.registry.imports;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ids that grow with time (UUID version 7, RFC 9562, section 5.7). Millions of rows at once under random ids touch another page of every
 * index each, and PostgreSQL logs each page whole; under these they follow each other. That an id tells when its row was imported
 * says nothing that the row does not.
 */
@Component
class OrderedIds {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom random;

    OrderedIds(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new one: 48 bits of milliseconds since 1970 and 74 random bits. */
    UUID next() {
        long high = random.nextLong();
        return new UUID(clock.millis() << 16 | VERSION | high & 0x0fffL, random.nextLong() >>> 2 | VARIANT);
    }
}
