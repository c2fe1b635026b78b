package io.namesake.face.engine;

import io.namesake.face.AttackJudgement;
import io.namesake.face.Clarity;
import io.namesake.face.engine.align.Alignment;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.DetectedFace;
import java.util.List;

/**
 * Is told what the pipeline sees in one picture, step by step, while it goes on; what SourceAFIS calls its transparency. Nothing that could
 * recognise a person is told.
 */
public interface Watch {
    /** Looks away. */
    Watch NOBODY = new Watch() {};

    /** The picture, upright and perhaps reduced. */
    default void decoded(Picture picture) {}

    /** Every face that was found in it. */
    default void detected(List<DetectedFace> faces) {}

    /** The face that is meant. */
    default void chose(DetectedFace face) {}

    /** Its points. */
    default void found(Landmarks landmarks) {}

    /** What each judge says of a picture of a picture; nobody is asked where the network stands alone. */
    default void judged(List<AttackJudgement> judgements) {}

    /** The face as a network is shown it. */
    default void cut(Alignment alignment, Picture crop) {}

    /** How clearly the networks see it. */
    default void saw(Clarity clarity) {}
}
