package io.namesake.cli;

import io.namesake.document.print.FaceArea;
import io.namesake.document.print.FaceFinder;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Role;
import java.util.Optional;

/** Where the face is on a page, by the shipped models. They are read when the first page comes that can be read: files of chips never need them. */
final class CardFaces implements FaceFinder, AutoCloseable {
    private Optional<FaceVerifier> verifier = Optional.empty();

    @Override
    public synchronized Optional<FaceArea> find(byte[] picture) {
        if (verifier.isEmpty()) {
            verifier = Optional.of(FaceVerifier.open());
        }
        return verifier.get()
                .assess(picture, Role.DOCUMENT)
                .place()
                .map(box -> new FaceArea(box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public synchronized void close() {
        verifier.ifPresent(FaceVerifier::close);
    }
}
