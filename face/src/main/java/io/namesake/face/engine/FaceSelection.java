package io.namesake.face.engine;

import io.namesake.face.FaceBox;
import io.namesake.face.Role;
import io.namesake.face.UnusableReason;
import io.namesake.face.engine.align.Point;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.network.DetectedFace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the faces in a picture is meant. */
public enum FaceSelection {
    /**
     * The largest, if no other could be meant: a second face counts when it is at least {@link #bystander a share} as high as the largest.
     */
    STRICT {
        @Override
        public DetectedFace choose(List<DetectedFace> faces, Picture picture, Role role) throws UnusablePicture {
            DetectedFace largest = faces.getFirst();
            double least = bystander(role) * largest.box().height();
            if (faces.stream().skip(1).anyMatch(face -> face.box().height() >= least)) {
                List<FaceBox> boxes =
                        faces.stream().map(face -> face.in(picture)).toList();
                throw new UnusablePicture(UnusableReason.SEVERAL_FACES, boxes, Optional.empty());
            }
            return largest;
        }
    },

    /** For evaluations on pictures that are centred on the person meant: the face nearest the centre, whatever else is there. */
    NEAREST_CENTRE {
        @Override
        public DetectedFace choose(List<DetectedFace> faces, Picture picture, Role role) {
            Point centre = new Point(picture.width() / 2.0, picture.height() / 2.0);
            return faces.stream()
                    .min(Comparator.comparingDouble(face -> face.box().centre().distanceTo(centre)))
                    .orElseThrow();
        }

        /** Here it is known which face is meant; the others are no fault of the picture. */
        @Override
        List<DetectedFace> others(List<DetectedFace> faces, DetectedFace chosen) {
            return List.of();
        }
    };

    /**
     * How high a second face may be, as a share of the largest one's height. In a selfie, people far in the background are no obstacle. A
     * document often repeats its portrait as a smaller "ghost"; two portraits of like size are two documents.
     */
    static double bystander(Role role) {
        return switch (role) {
            case SELFIE -> 0.35;
            case DOCUMENT -> 0.7;
        };
    }

    /**
     * Chooses one.
     *
     * @param faces at least one, largest first
     * @throws UnusablePicture when it cannot be told which one is meant
     */
    public abstract DetectedFace choose(List<DetectedFace> faces, Picture picture, Role role) throws UnusablePicture;

    /** The faces that count as further ones in the measure {@link io.namesake.face.QualityMeasure#SINGLE_FACE_PRESENT}. */
    List<DetectedFace> others(List<DetectedFace> faces, DetectedFace chosen) {
        return faces.stream().filter(face -> face != chosen).toList();
    }
}
