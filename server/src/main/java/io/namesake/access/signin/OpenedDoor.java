package io.namesake.access.signin;

import io.namesake.access.AccessNews;
import io.namesake.access.StaffDoor;
import io.namesake.access.StaffPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the same sessions for whoever was recognised elsewhere. */
@Component
class OpenedDoor implements StaffDoor {
    private final StaffSessions sessions;
    private final SessionCookie cookie;
    private final AccessNews news;

    OpenedDoor(StaffSessions sessions, SessionCookie cookie, AccessNews news) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.news = news;
    }

    @Override
    @Transactional
    public String open(StaffPrincipal staff, String how, HttpServletRequest request) {
        sessions.endThatOf(request);
        news.tell(staff.operatorId(), "staff.signed-in", staff.staffId(), Map.of("factor", how));
        var opened = sessions.open(staff.staffId(), BrowserKind.of(request.getHeader(HttpHeaders.USER_AGENT)));
        return cookie.holding(opened.cookieValue()).toString();
    }
}
