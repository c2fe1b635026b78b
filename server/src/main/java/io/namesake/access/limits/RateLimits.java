package io.namesake.access.limits;

import io.namesake.access.ApplicantPrincipal;
import io.namesake.access.Caller;
import io.namesake.access.ClientPrincipal;
import io.namesake.access.HolderPrincipal;
import io.namesake.access.NetworkPrincipal;
import io.namesake.access.OperatorPrincipal;
import io.namesake.access.StaffPrincipal;
import io.namesake.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Counts a call, tells the caller what is left (the header fields {@code RateLimit} and {@code RateLimit-Policy} of
 * draft-ietf-httpapi-ratelimit-headers-10), and turns away whoever calls too often. The answer is the same whoever it is and
 * whatever was asked for.
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class RateLimits {
    private final Buckets buckets;
    private final LimitSettings settings;

    RateLimits(Buckets buckets, LimitSettings settings) {
        this.buckets = buckets;
        this.settings = settings;
    }

    /**
     * Counts a caller who is known. Networks are not counted: whether a line may be on is asked as often as people come and go.
     *
     * @throws Problem {@code rate-limited}, with the time after which there is room again
     */
    public void count(Caller caller, HttpServletResponse response) {
        switch (caller) {
            case OperatorPrincipal operator ->
                count(Counted.PROGRAM, operator.operatorId().value().toString(), response);
            case ClientPrincipal client ->
                count(Counted.PROGRAM, client.clientId().toString(), response);
            case StaffPrincipal staff -> count(Counted.STAFF, staff.staffId().toString(), response);
            case HolderPrincipal holder ->
                count(Counted.PERSON, holder.holderId().toString(), response);
            case ApplicantPrincipal applicant ->
                count(Counted.APPLICANT, applicant.applicationId().toString(), response);
            case NetworkPrincipal _ -> {}
        }
    }

    /**
     * Counts a call of somebody who need not be known, by the address that it comes from.
     *
     * @param operation method and path pattern, such as {@code POST /v1/me/verifications}
     * @throws Problem {@code rate-limited}, with the time after which there is room again
     */
    public void countAtDoor(String operation, HttpServletRequest request, HttpServletResponse response) {
        var counted = switch (operation) {
            case "POST /v1/me/verifications" -> Counted.VERIFICATION;
            case "POST /oauth2/token" -> Counted.TOKEN;
            default -> Counted.DOOR;
        };
        count(counted, ClientAddress.of(request), response);
    }

    /**
     * Counts a key or token that nobody has, by the address that it comes from. Others at that address, whose tokens are good, are not counted
     * and not turned away.
     *
     * @throws Problem {@code rate-limited}, with the time after which there is room again
     */
    public void countUnknown(HttpServletRequest request, HttpServletResponse response) {
        count(Counted.UNKNOWN, ClientAddress.of(request), response);
    }

    private void count(Counted counted, String who, HttpServletResponse response) {
        var limit = limitOf(counted);
        var name = counted.name().toLowerCase(Locale.ROOT);
        var left = buckets.take(name, who, limit);
        response.setHeader(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(name, limit.most(), limit.during().toSeconds()));
        response.setHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, left.calls(), seconds(left.full())));
        if (!left.passes()) {
            throw Problem.rateLimited(Duration.ofSeconds(seconds(left.pause())));
        }
    }

    private Limit limitOf(Counted counted) {
        return switch (counted) {
            case PROGRAM -> settings.program();
            case STAFF -> settings.staff();
            case PERSON -> settings.person();
            case APPLICANT -> settings.applicant();
            case DOOR -> settings.door();
            case VERIFICATION -> settings.verification();
            case TOKEN -> settings.token();
            case UNKNOWN -> settings.unknown();
        };
    }

    /** Who is counted, by what: the last four by their address. */
    private enum Counted {
        PROGRAM,
        STAFF,
        PERSON,
        APPLICANT,
        DOOR,
        VERIFICATION,
        TOKEN,
        UNKNOWN
    }

    private static long seconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }
}
