package io.namesake.access.internal;

import io.namesake.access.AccessEvent;
import io.namesake.access.AccessNews;
import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.Caller;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.NetworkPrincipal;
import io.namesake.access.OperatorId;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.StaffPrincipal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Publishes it to whoever listens in the same transaction. */
@Component
class PublishedNews implements AccessNews {
    private static final String NOBODY = "server";

    private final ApplicationEventPublisher events;

    PublishedNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void tell(OperatorId operator, String type, UUID subject, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("by", actor(subject));
        events.publishEvent(new AccessEvent(operator, type, subject.toString(), all));
    }

    /** Who calls, before they stand for their operator; whoever signs in or opens a link acts themselves. */
    private static String actor(UUID subject) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return NOBODY;
        }
        var caller = request.getAttribute(AuthenticationInterceptor.ACTOR, RequestAttributes.SCOPE_REQUEST);
        return caller instanceof Caller known ? name(known) : "staff:" + subject;
    }

    private static String name(Caller caller) {
        return switch (caller) {
            case OperatorPrincipal _ -> "operator";
            case StaffPrincipal staff -> "staff:" + staff.staffId();
            case ClientPrincipal client -> "client:" + client.clientId();
            case ApplicantPrincipal _, HolderPrincipal _, NetworkPrincipal _ ->
                throw new IllegalStateException("These change nothing about who may call");
        };
    }
}
