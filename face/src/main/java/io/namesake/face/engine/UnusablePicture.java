package io.namesake.face.engine;

import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.UnusableReason;
import java.util.List;
import java.util.Optional;

/** Ends the pipeline early: this picture cannot be used. It carries no stack trace, because it is an answer rather than a fault. */
public final class UnusablePicture extends Exception {
    private static final long serialVersionUID = 1L;

    private final UnusableReason reason;
    private final transient List<FaceBox> faces;
    private final transient Optional<FaceReport> report;

    public UnusablePicture(UnusableReason reason) {
        this(reason, List.of(), Optional.empty());
    }

    public UnusablePicture(UnusableReason reason, List<FaceBox> faces, Optional<FaceReport> report) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.faces = List.copyOf(faces);
        this.report = report;
    }

    public UnusableReason reason() {
        return reason;
    }

    /** The faces that were found, largest first. */
    public List<FaceBox> faces() {
        return faces;
    }

    /** What was measured, when there is one face. */
    public Optional<FaceReport> report() {
        return report;
    }
}
