package io.namesake.face.engine.explain;

import io.namesake.face.AttackJudgement;
import io.namesake.face.Clarity;
import io.namesake.face.Illustration;
import io.namesake.face.engine.Watch;
import io.namesake.face.engine.align.Alignment;
import io.namesake.face.engine.align.Landmarks;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.DetectedFace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Watches the way of one picture through the pipeline and draws it afterwards. It holds the picture until it is let go itself. */
public final class Sketch implements Watch {
    private Picture picture;
    private List<DetectedFace> faces = List.of();
    private DetectedFace chosen;
    private Landmarks landmarks;
    private List<AttackJudgement> judgements = List.of();
    private Clarity clarity;
    private final Map<Alignment, Picture> crops = new EnumMap<>(Alignment.class);

    @Override
    public void decoded(Picture decoded) {
        picture = decoded;
    }

    @Override
    public void detected(List<DetectedFace> detected) {
        faces = List.copyOf(detected);
    }

    @Override
    public void chose(DetectedFace face) {
        chosen = face;
    }

    @Override
    public void found(Landmarks points) {
        landmarks = points;
    }

    @Override
    public void cut(Alignment alignment, Picture crop) {
        crops.put(alignment, crop);
    }

    @Override
    public void judged(List<AttackJudgement> said) {
        judgements = List.copyOf(said);
    }

    @Override
    public void saw(Clarity seen) {
        clarity = seen;
    }

    /** What each judge said of it; empty when none was asked. */
    public List<AttackJudgement> judgements() {
        return judgements;
    }

    /** How clearly its face was seen; empty when the pipeline did not come that far. */
    public Optional<Clarity> clarity() {
        return Optional.ofNullable(clarity);
    }

    /** What was seen, as far as the pipeline came: the picture with the drawing on it first, then the crops; empty for what is no picture. */
    public List<Illustration> illustrations() {
        if (picture == null) {
            return List.of();
        }
        List<Illustration> illustrations = new ArrayList<>();
        Drawing drawing = Drawing.of(picture);
        faces.stream().filter(face -> !face.equals(chosen)).forEach(drawing::otherFace);
        if (chosen != null) {
            drawing.face(chosen);
        }
        if (landmarks != null) {
            drawing.landmarks(landmarks);
        }
        illustrations.add(drawing.illustration());
        crops.forEach((alignment, crop) -> illustrations.add(Drawing.of(crop).illustration(kind(alignment))));
        return illustrations;
    }

    private static Illustration.Kind kind(Alignment alignment) {
        return switch (alignment) {
            case ARCFACE_112 -> Illustration.Kind.ARCFACE_CROP;
            case DLIB_CHIP_150 -> Illustration.Kind.DLIB_CROP;
        };
    }
}
