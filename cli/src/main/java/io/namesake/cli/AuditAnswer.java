package io.namesake.cli;

import io.namesake.audit.AuditVerification;
import java.io.PrintWriter;

/** What the audit commands say of a log, in the words of {@code tools/audit-verify.py}. */
final class AuditAnswer {

    private AuditAnswer() {}

    /** @return the exit code */
    static int print(AuditVerification verification, PrintWriter out, PrintWriter err) {
        return switch (verification) {
            case AuditVerification.Intact intact -> {
                out.printf("The audit log is intact: %d entries, the last one's hash is%n", intact.count());
                out.println(intact.headHash());
                yield Exit.OK.code();
            }
            case AuditVerification.Signed signed -> {
                var checkpoint = signed.checkpoint().checkpoint();
                out.printf(
                        "The audit log is intact: %d entries, signed by %s.%n", checkpoint.size(), checkpoint.origin());
                out.println("The last one's hash is " + signed.headHash());
                out.println("The root is " + checkpoint.root().hex());
                yield Exit.OK.code();
            }
            case AuditVerification.Broken broken -> {
                out.printf("The audit log is broken at entry %d (%s).%n", broken.seq(), broken.damage());
                out.println(broken.explanation());
                yield Exit.REFUSED.code();
            }
            case AuditVerification.Unreadable unreadable -> {
                err.println(unreadable.explanation());
                yield Exit.UNUSABLE_INPUT.code();
            }
        };
    }
}
