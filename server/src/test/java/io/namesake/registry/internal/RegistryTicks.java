package io.namesake.registry.internal;

import io.namesake.access.OperatorId;
import io.namesake.access.Role;
import io.namesake.access.StaffPrincipal;
import io.namesake.registry.Transfers.Offer;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Lets a test do at once what the server does by itself every few seconds, or what its people do over HTTP. */
public final class RegistryTicks {

    private RegistryTicks() {}

    public static void transfers(BeanFactory beans) {
        beans.getBean(TransferClock.class).tick();
    }

    /** The operator is shown that the line's holder has died, and offers the line to heirs. */
    public static Offer died(BeanFactory beans, OperatorId operator, String line) {
        return beans.getBean(Inheritances.class).offer(operator, line, Inheritances.Evidence.DEATH_CERTIFICATE);
    }

    /** One of its people says that this was a mistake. */
    public static void alive(BeanFactory beans, OperatorId operator, String line) {
        var staff = new StaffPrincipal(operator, UUID.randomUUID(), "Wang", Set.of(Role.REVIEWER));
        beans.getBean(MistakenDeaths.class).clear(staff, line, MistakenDeaths.Reason.PERSON_WAS_SEEN);
    }
}
