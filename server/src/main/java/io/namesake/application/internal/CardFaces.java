package io.namesake.application.internal;

import io.namesake.document.print.FaceArea;
import io.namesake.document.print.FaceFinder;
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
        return engine.assess(picture, Role.DOCUMENT)
                .place()
                .map(box -> new FaceArea(box.x(), box.y(), box.width(), box.height()));
    }
}
