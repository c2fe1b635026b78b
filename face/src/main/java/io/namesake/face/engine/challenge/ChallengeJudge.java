package io.namesake.face.engine.challenge;

import io.namesake.face.ImageLimits;
import io.namesake.face.Role;
import io.namesake.face.UnusableReason;
import io.namesake.face.challenge.ChallengeFlaw;
import io.namesake.face.challenge.ChallengeFrame;
import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.face.challenge.ChallengeResult;
import io.namesake.face.challenge.Movement;
import io.namesake.face.challenge.ShownMovement;
import io.namesake.face.challenge.ShownMovement.Finding;
import io.namesake.face.engine.FacePipeline;
import io.namesake.face.engine.FaceSelection;
import io.namesake.face.engine.LocatedFace;
import io.namesake.face.engine.Stopwatch;
import io.namesake.face.engine.UnusablePicture;
import io.namesake.face.engine.decode.Picture;
import io.namesake.face.engine.decode.PictureDecoder;
import io.namesake.face.engine.network.Template;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Judges one recording. Every frame is decoded, located and measured on its own, one picture in memory at a time; the frames that decide
 * are then looked at once more, to see that they show the neutral frame's face. Make one for each recording.
 */
public final class ChallengeJudge {
    /** A camera's frame, not a photo: there are many of them, so each may be much smaller. */
    private static final ImageLimits FRAME = new ImageLimits(1 << 20, 1920 * 1080, 1920, 240);

    private static final double MOST_LOST = 0.25;
    private static final int FLAT_FRAMES = 2;
    /** How many frames of a movement are compared until one shows the face: each takes some fifty milliseconds. */
    private static final int MOST_COMPARED = 3;

    private final PictureDecoder decoder = new PictureDecoder(FRAME);
    private final FacePipeline pipeline;
    private final double match;
    private final double review;
    private final Set<ChallengeFlaw> flaws = EnumSet.noneOf(ChallengeFlaw.class);
    private final List<Seen> seen = new ArrayList<>();
    private final Sameness sameness = new Sameness();
    private int width;
    private int height;

    /**
     * @param match similarity from which two frames show the same face
     * @param review similarity below which two clear ones do not
     */
    public ChallengeJudge(FacePipeline pipeline, double match, double review) {
        this.pipeline = pipeline;
        this.match = match;
        this.review = review;
    }

    public ChallengeResult judge(ChallengeRecording recording) {
        look(recording.frames());
        List<Movement> movements = recording.challenge().movements();
        Optional<Seen> neutral = Seen.neutral(seen);
        if (neutral.isEmpty()) {
            flaws.add(ChallengeFlaw.NO_NEUTRAL_FRAME);
            List<ShownMovement> none = movements.stream()
                    .map(movement -> new ShownMovement(movement, Finding.NOT_SHOWN, OptionalInt.empty()))
                    .toList();
            return new ChallengeResult(none, flaws, OptionalInt.empty());
        }
        MovementJudge judge = new MovementJudge(neutral.get(), seen);
        List<ShownMovement> shown = new ArrayList<>();
        for (int i = 0; i < movements.size(); i++) {
            shown.add(judge.judge(movements.get(i), i + 1));
        }
        lookAtAll(neutral.get(), shown);
        compare(recording, neutral.get(), judge);
        return new ChallengeResult(shown, flaws, OptionalInt.of(neutral.get().index()));
    }

    private void look(List<ChallengeFrame> frames) {
        int lost = 0;
        for (int i = 0; i < frames.size(); i++) {
            ChallengeFrame frame = frames.get(i);
            try {
                Picture picture = decoder.decode(frame.image());
                requireOneSize(picture);
                sameness.add(picture);
                LocatedFace face = locate(picture);
                double closed = pipeline.eyeReader()
                        .map(eyes -> eyes.closed(face.picture(), face.landmarks()))
                        .orElse(0.0);
                seen.add(Seen.of(i, frame.prompt(), face, closed));
            } catch (UnusablePicture unusable) {
                switch (unusable.reason()) {
                    case NO_FACE, FACE_TOO_SMALL -> lost++;
                    case SEVERAL_FACES -> flaws.add(ChallengeFlaw.SEVERAL_FACES);
                    default -> flaws.add(ChallengeFlaw.FRAME_UNREADABLE);
                }
            }
        }
        if (lost > MOST_LOST * frames.size()) {
            flaws.add(ChallengeFlaw.FACE_LOST);
        }
        if (sameness.isRepetition()) {
            flaws.add(ChallengeFlaw.FRAMES_REPEATED);
        }
    }

    /** What speaks against the recording in any of its frames. */
    private void lookAtAll(Seen neutral, List<ShownMovement> shown) {
        OtherMovements others = new OtherMovements(neutral, shown);
        if (seen.stream().anyMatch(others::areIn)) {
            flaws.add(ChallengeFlaw.OTHER_SHOWN);
        }
        long flat = seen.stream()
                .filter(frame -> Change.between(neutral, frame).isFlat())
                .count();
        if (flat >= FLAT_FRAMES) {
            flaws.add(ChallengeFlaw.FLAT_MOTION);
        }
    }

    /** Frames of each movement against the neutral one. Every template lives in here alone. */
    private void compare(ChallengeRecording recording, Seen neutral, MovementJudge judge) {
        List<ChallengeFrame> frames = recording.frames();
        List<Movement> movements = recording.challenge().movements();
        try (Template straight = embed(frames.get(neutral.index()))) {
            for (int i = 0; i < movements.size(); i++) {
                List<Seen> showing = judge.showing(movements.get(i), i + 1);
                likeness(frames, straight, showing).flaw().ifPresent(flaws::add);
            }
        } catch (UnusablePicture impossible) {
            throw new IllegalStateException("a frame was usable a moment ago", impossible);
        }
    }

    private Likeness likeness(List<ChallengeFrame> frames, Template straight, List<Seen> showing)
            throws UnusablePicture {
        Likeness likeness = new Likeness(match, review);
        for (int i = 0; i < Math.min(MOST_COMPARED, showing.size()) && !likeness.isSame(); i++) {
            try (Template moved = embed(frames.get(showing.get(i).index()))) {
                boolean clear = pipeline.isClear(straight) && pipeline.isClear(moved);
                likeness.add(pipeline.matcher().similarity(straight, moved), clear);
            }
        }
        return likeness;
    }

    /** A camera does not change its format while it films; and sizes of faces are compared from frame to frame. */
    private void requireOneSize(Picture picture) throws UnusablePicture {
        if (width == 0) {
            width = picture.width();
            height = picture.height();
        }
        if (width != picture.width() || height != picture.height()) {
            throw new UnusablePicture(UnusableReason.IMAGE_DAMAGED);
        }
    }

    private Template embed(ChallengeFrame frame) throws UnusablePicture {
        return pipeline.embed(locate(decoder.decode(frame.image())), new Stopwatch());
    }

    private LocatedFace locate(Picture picture) throws UnusablePicture {
        return pipeline.locate(picture, Role.SELFIE, FaceSelection.STRICT, new Stopwatch());
    }
}
