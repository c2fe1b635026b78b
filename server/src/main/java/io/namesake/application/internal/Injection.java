package io.namesake.application.internal;

import io.namesake.face.challenge.ShownMovement;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What speaks for frames that no camera took just now. Pure. None of it proves anything, and a patched browser can avoid all of it;
 * see {@code docs/threat-model.md}.
 */
final class Injection {
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);
    private static final long FASTEST_FOR_EACH_PROMPT = 300;
    /** People see, understand and begin to move in no less than about 200 ms; the first frame may be a little late. */
    private static final long FASTEST_REACTION = 100;

    private static final double MOST_STALLED = 0.25;
    private static final List<String> VIRTUAL_CAMERAS = List.of(
            "obs",
            "virtual",
            "manycam",
            "v4l2loopback",
            "dummy video",
            "snap camera",
            "xsplit",
            "droidcam",
            "iriun",
            "epoccam",
            "e2esoft",
            "vcam",
            "splitcam",
            "camtwist",
            "mmhmm",
            "fake");

    private Injection() {}

    /** Signs in the frames and what is said of them. @param elapsed since the challenge was drawn, by the server's clock */
    static Set<CaptureSign> inFrames(List<byte[]> images, CaptureFacts facts, Duration elapsed) {
        var signs = EnumSet.noneOf(CaptureSign.class);
        var frames = facts.frames();
        for (int i = 1; i < frames.size(); i++) {
            if (frames.get(i).at() <= frames.get(i - 1).at()) {
                signs.add(CaptureSign.TIMING_IMPOSSIBLE);
            }
        }
        long span = frames.getLast().at() - frames.getFirst().at();
        boolean tooFast = span < FASTEST_FOR_EACH_PROMPT * (frames.getLast().prompt() + 1);
        boolean longerThanItTook = span > elapsed.plus(CLOCKS_DIFFER).toMillis();
        if (tooFast || longerThanItTook) {
            signs.add(CaptureSign.TIMING_IMPOSSIBLE);
        }
        if (repeats(images)) {
            signs.add(CaptureSign.FRAMES_IDENTICAL);
        }
        if (facts.camera() == null || facts.camera().label() == null) {
            signs.add(CaptureSign.CAMERA_UNNAMED);
        } else if (isVirtual(facts.camera().label())) {
            signs.add(CaptureSign.CAMERA_VIRTUAL);
        }
        return signs;
    }

    /** Signs in when movements were shown: one reaction that is too fast may be chance, two are no human's. */
    static Set<CaptureSign> inReactions(List<ShownMovement> movements, CaptureFacts facts) {
        long tooFast = movements.stream()
                .filter(shown -> shown.frame().isPresent())
                .filter(shown -> reaction(shown.frame().getAsInt(), facts.frames()) < FASTEST_REACTION)
                .count();
        return switch ((int) tooFast) {
            case 0 -> Set.of();
            case 1 -> Set.of(CaptureSign.REACTION_FAST);
            default -> Set.of(CaptureSign.REACTION_IMPOSSIBLE);
        };
    }

    private static long reaction(int shown, List<CaptureFacts.FrameFacts> frames) {
        int prompt = frames.get(shown).prompt();
        return frames.stream()
                .filter(frame -> frame.prompt() == prompt)
                .mapToLong(first -> frames.get(shown).at() - first.at())
                .findFirst()
                .orElseThrow();
    }

    /** A camera that stalls gives the same picture twice in a row; a file that is played gives it again later, or all the time. */
    private static boolean repeats(List<byte[]> images) {
        var last = new HashMap<ByteBuffer, Integer>();
        int stalled = 0;
        for (int i = 0; i < images.size(); i++) {
            var before = last.put(ByteBuffer.wrap(images.get(i)), i);
            if (before != null && before < i - 1) {
                return true;
            }
            stalled += before == null ? 0 : 1;
        }
        return stalled > MOST_STALLED * images.size();
    }

    private static boolean isVirtual(String label) {
        var name = label.toLowerCase(Locale.ROOT);
        return VIRTUAL_CAMERAS.stream().anyMatch(name::contains);
    }
}
