package io.namesake.privacy;

import java.time.Instant;

/**
 * Erases what its module has kept long enough. The module that owns the tables declares it as a bean; privacy's clock asks it
 * every hour, and writes to the audit log how many were erased.
 */
public interface Expiring {

    /** What it is that expires. */
    KeptData kind();

    /**
     * Erases some of what is over, in the caller's transaction.
     *
     * @param most about so many at a time, so that no transaction grows without end
     * @return how many; 0 when nothing is left
     */
    int eraseSome(Instant now, int most);
}
