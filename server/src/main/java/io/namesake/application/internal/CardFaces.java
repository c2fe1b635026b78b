package io.namesake.application.internal;

import io.namesake.document.print.FaceArea;
import io.namesake.document.print.FaceFinder;
import io.namesake.face.Assessment;
import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.Role;
import java.util.Optional;

/**
 * Where the face is on a card, so that its portrait can be cut out. Only the place is handed on; nothing is made that could recognise the person. Runs on
 * the caller's thread, which is one of the pool's already.
 */
final class CardFaces implements FaceFinder {
    private final FaceEngine engine;

    CardFaces(FaceEngine engine) {
        this.engine = engine;
    }

    @Override
    public Optional<FaceArea> find(byte[] picture) {
        return switch (engine.assess(picture, Role.DOCUMENT)) {
            case Assessment.Usable usable -> Optional.of(area(usable.face().box()));
            case Assessment.Unusable unusable ->
                unusable.face()
                        .map(FaceReport::box)
                        .or(() -> unusable.faces().stream().findFirst())
                        .map(CardFaces::area);
        };
    }

    private static FaceArea area(FaceBox box) {
        return new FaceArea(box.x(), box.y(), box.width(), box.height());
    }
}
