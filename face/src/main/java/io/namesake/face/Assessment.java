package io.namesake.face;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@link FaceVerifier#assess} found in one picture. No template is made for it. */
public sealed interface Assessment {

    /** What would make a better picture, most important first; may be non-empty for a usable picture, too. */
    List<Hint> hints();

    /** Where the one face is, or the largest of several; empty where none was found. */
    Optional<FaceBox> place();

    /**
     * The picture has one face that can be compared.
     *
     * @param face what was measured of it
     */
    record Usable(FaceReport face) implements Assessment {
        public Usable {
            Objects.requireNonNull(face, "face");
        }

        @Override
        public List<Hint> hints() {
            return face.hints();
        }

        @Override
        public Optional<FaceBox> place() {
            return Optional.of(face.box());
        }
    }

    /**
     * The picture cannot be used.
     *
     * @param reason why
     * @param faces the faces that were found, largest first; empty unless the reason is about faces
     * @param face what was measured of the one face, when the reason is {@link UnusableReason#FACE_TOO_SMALL}
     * @param hints what would make a better picture, most important first
     */
    record Unusable(UnusableReason reason, List<FaceBox> faces, Optional<FaceReport> face, List<Hint> hints)
            implements Assessment {
        public Unusable {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(face, "face");
            faces = List.copyOf(faces);
            hints = List.copyOf(hints);
        }

        @Override
        public Optional<FaceBox> place() {
            return face.map(FaceReport::box).or(() -> faces.stream().findFirst());
        }
    }
}
