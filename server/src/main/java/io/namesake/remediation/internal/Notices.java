package io.namesake.remediation.internal;

import io.namesake.access.OperatorId;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import io.namesake.remediation.internal.NoticeChannel.Result;
import io.namesake.remediation.internal.NoticeTable.Notice;
import io.namesake.remediation.internal.NoticeTable.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends notices, again and again until they are taken, and takes the proof that they arrived, which starts a case's clock. */
@Service
class Notices {
    private final NoticeTable table;
    private final NoticeOutbox outbox;
    private final NoticeChannels channels;
    private final NoticeSettings settings;
    private final Contacts contacts;
    private final Cases cases;
    private final CaseTable caseTable;
    private final Timers timers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Notices(
            NoticeTable table,
            NoticeOutbox outbox,
            NoticeChannels channels,
            NoticeSettings settings,
            Contacts contacts,
            Cases cases,
            CaseTable caseTable,
            Timers timers,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.outbox = outbox;
        this.channels = channels;
        this.settings = settings;
        this.contacts = contacts;
        this.cases = cases;
        this.caseTable = caseTable;
        this.timers = timers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes one attempt, outside of any transaction, and notes what came of it. A server that dies between sends it again, with the same id. */
    void attempt(UUID noticeId) {
        var notice = table.find(noticeId).orElseThrow();
        if (notice.status() != Status.PENDING) {
            return;
        }
        try {
            var result = send(notice);
            transaction.executeWithoutResult(_ -> note(notice, result));
        } catch (InterruptedException e) {
            // We are stopping: thrown, so that the alarm stays and rings elsewhere.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending a notice");
        }
    }

    private Result send(Notice notice) throws InterruptedException {
        var channel = channels.of(notice.operatorId()).get(notice.channel());
        if (channel == null) {
            return new Result.Failed("channel-missing", false);
        }
        var message = contacts.message(notice.id(), Objects.requireNonNull(notice.sealedMessage()));
        return channel.send(notice.id(), message);
    }

    private void note(Notice notice, Result result) {
        var now = clock.instant();
        switch (result) {
            case Result.Sent _ -> table.attempted(notice, Status.SENT, null, now);
            case Result.Waiting _ -> table.attempted(notice, Status.WAITING, null, now);
            case Result.Failed(var error, boolean forGood) -> {
                boolean over =
                        forGood || notice.attempts() >= settings.retryDelays().size();
                if (over) {
                    gaveUp(notice, () -> table.attempted(notice, Status.FAILED, error, now));
                } else if (table.attempted(notice, Status.PENDING, error, now)) {
                    var next = now.plus(settings.retryDelays().get(notice.attempts()));
                    timers.set(Timers.Kind.NOTICE, notice.id(), notice.attempts() + 1, next);
                }
            }
        }
    }

    /** Of two notices that fail at the same time one sees that the other has, since the case is locked before. */
    private void gaveUp(Notice notice, BooleanSupplier noted) {
        var about = caseTable.lock(notice.caseId()).orElseThrow();
        if (noted.getAsBoolean()) {
            outbox.addLetterInstead(about, notice);
        }
    }

    /** A channel, or whoever posted a letter, says what became of a notice. Said twice, it changes nothing. */
    @Transactional
    public void reported(OperatorId operator, UUID noticeId, boolean delivered) {
        var found = table.find(noticeId)
                .filter(one -> one.operatorId().equals(operator))
                .orElseThrow(() -> new Problem(ProblemType.NOTICE_UNKNOWN));
        // The case before its notices, as everywhere.
        var about = caseTable.lock(found.caseId()).orElseThrow();
        var notice = table.lock(noticeId);
        if (notice.status() == Status.DELIVERED || notice.status() == Status.FAILED && !delivered) {
            return;
        }
        var now = clock.instant();
        if (!delivered) {
            table.reported(noticeId, Status.FAILED, "reported", now);
            outbox.addLetterInstead(about, notice);
            return;
        }
        table.reported(noticeId, Status.DELIVERED, null, now);
        if (notice.kind() == NoticeKind.DOUBT) {
            cases.reached(about.id(), arrived(about, notice, now));
        }
    }

    private static Instant arrived(RemediationCase about, Notice notice, Instant now) {
        return notice.channel() == Channel.LETTER ? now.plus(about.terms().letterTakes()) : now;
    }
}
