package io.namesake.remediation.internal;

/** Why a member of staff decides as they do. Closed lists: a reason is one that can be explained and counted. */
final class Decisions {

    private Decisions() {}

    /** Whether a line ends. */
    enum EndReason {
        /** Nobody confirmed it, though a notice arrived and every stage had its time. */
        NOT_CONFIRMED(true),
        /** The holder said that the line is not theirs. */
        DISOWNED_BY_HOLDER(true),
        /** The holder's death was confirmed. */
        DEATH_CONFIRMED(true),
        /** The issuer confirmed that the document is not valid. */
        DOCUMENT_INVALID(true),
        /** What was seen bears the holder out. */
        HOLDER_CONFIRMED(false),
        /** The doubt was a mistake. */
        DOUBT_UNFOUNDED(false),
        /** Ending the line would harm somebody who cannot act now. */
        HARDSHIP(false);

        private final boolean ends;

        EndReason(boolean ends) {
            this.ends = ends;
        }

        boolean ends() {
            return ends;
        }
    }

    /** Whether an appeal is granted. */
    enum AppealReason {
        HOLDER_CONFIRMED(true),
        DOUBT_UNFOUNDED(true),
        NOTICE_AT_FAULT(true),
        HARDSHIP(true),
        DOUBT_STANDS(false),
        NOTHING_NEW(false);

        private final boolean grants;

        AppealReason(boolean grants) {
            this.grants = grants;
        }

        boolean grants() {
            return grants;
        }
    }
}
