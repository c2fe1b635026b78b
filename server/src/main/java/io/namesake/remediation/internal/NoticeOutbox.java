package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.registry.Line;
import io.namesake.registry.Lines;
import io.namesake.registry.Service;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes a notice for every channel that reaches the person, in the transaction of the step that it tells of. */
@Component
class NoticeOutbox {
    private final NoticeTable table;
    private final NoticeChannels channels;
    private final Contacts contacts;
    private final Lines lines;
    private final Timers timers;
    private final Clock clock;
    private final String page;

    NoticeOutbox(
            NoticeTable table,
            NoticeChannels channels,
            Contacts contacts,
            Lines lines,
            Timers timers,
            Clock clock,
            @Value("${namesake.public-url}") URI publicUrl) {
        this.table = table;
        this.channels = channels;
        this.contacts = contacts;
        this.lines = lines;
        this.timers = timers;
        this.clock = clock;
        var base = publicUrl.toString();
        // The secret stands in the fragment, which browsers send to no server.
        this.page = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/notice#";
    }

    void add(RemediationCase about, NoticeKind kind) {
        var contact = contact(about);
        var line = line(about);
        addresses(about.operatorId(), contact, line)
                .forEach((channel, to) -> add(about, kind, channel, to, contact, line));
    }

    /**
     * The last resort, when every other way of telling somebody has failed for good: what is still true goes by letter.
     *
     * @param about as it stands now
     */
    void addLetterInstead(RemediationCase about, NoticeTable.Notice failed) {
        if (failed.channel() != Channel.LETTER
                && failed.kind().isTrueIn(about.state().standing().phase())
                && !table.isToldOtherwise(failed)) {
            addLetter(about, failed.kind());
        }
    }

    /** The case is over with this step: letters that wait to be posted, and messages that wait to be sent again, are not. */
    void giveUpOlder(RemediationCase over) {
        table.giveUpBefore(over.id(), over.steps(), clock.instant());
    }

    /** Nobody was reached: the doubt is told by letter, too, unless it was. */
    void addLetter(RemediationCase about) {
        if (!table.hasLetter(about.id())) {
            addLetter(about, NoticeKind.DOUBT);
        }
    }

    private void addLetter(RemediationCase about, NoticeKind kind) {
        var contact = contact(about);
        var line = line(about);
        add(about, kind, Channel.LETTER, postal(contact, line), contact, line);
    }

    private void add(RemediationCase about, NoticeKind kind, Channel channel, String to, Contact contact, Line line) {
        var id = UUID.randomUUID();
        var name = line.identifier().value();
        var link = page + contact.token();
        var message = new NoticeMessage(
                to,
                NoticeTexts.subject(kind, about, name, link),
                NoticeTexts.text(kind, channel == Channel.SMS, about, name, link),
                about.language());
        var now = clock.instant();
        table.add(id, about, kind, channel, contacts.seal(id, message), now);
        timers.set(Timers.Kind.NOTICE, id, 0, now);
    }

    /** By what the person can be reached; by letter where there is nothing else. */
    private Map<Channel, String> addresses(OperatorId operator, Contact contact, Line line) {
        var there = channels.of(operator).keySet();
        var found = new EnumMap<Channel, String>(Channel.class);
        if (there.contains(Channel.SMS) && line.identifier().service() == Service.MOBILE) {
            found.put(Channel.SMS, line.identifier().value());
        }
        if (there.contains(Channel.EMAIL) && contact.email() != null) {
            found.put(Channel.EMAIL, contact.email());
        }
        if (found.isEmpty() || contact.postalReference() != null) {
            found.put(Channel.LETTER, postal(contact, line));
        }
        return found;
    }

    /** The operator finds the address of its own customer by the line where it gave nothing better. */
    private static String postal(Contact contact, Line line) {
        return Objects.requireNonNullElse(
                contact.postalReference(), line.identifier().value());
    }

    private Contact contact(RemediationCase about) {
        return contacts.contact(about.id(), Objects.requireNonNull(about.sealedContact()));
    }

    private Line line(RemediationCase about) {
        return lines.byId(about.lineId()).orElseThrow();
    }
}
