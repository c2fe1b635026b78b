package io.namesake.cli;

import io.namesake.document.print.FaceArea;
import io.namesake.document.print.FaceFinder;
import io.namesake.face.Assessment;
import io.namesake.face.FaceBox;
import io.namesake.face.FaceReport;
import io.namesake.face.FaceVerifier;
import io.namesake.face.Role;
import java.util.Optional;

/** Where the face is on a card's front, by the shipped models. They are read when the first card comes, which passports never need. */
final class CardFaces implements FaceFinder, AutoCloseable {
    private Optional<FaceVerifier> verifier = Optional.empty();

    @Override
    public synchronized Optional<FaceArea> find(byte[] picture) {
        if (verifier.isEmpty()) {
            verifier = Optional.of(FaceVerifier.open());
        }
        return switch (verifier.get().assess(picture, Role.DOCUMENT)) {
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

    @Override
    public synchronized void close() {
        verifier.ifPresent(FaceVerifier::close);
    }
}
