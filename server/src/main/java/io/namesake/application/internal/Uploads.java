package io.namesake.application.internal;

import io.namesake.face.challenge.ChallengeRecording;
import io.namesake.problem.Problem;
import io.namesake.problem.ProblemType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads uploads, after it is known that they are welcome.
 *
 * <p>Pictures are held in memory and never in a temporary file, so the number of uploads at a time is bounded. Sizes are
 * bounded while reading: the whole and each part by the servlet container, the typed fields here.
 */
@Component
class Uploads {
    private static final String IMAGE = "image";
    private static final String CHIP = "chip";
    private static final String PAGE = "page";
    private static final int MOST_SIDES = 2;
    private static final String FIELDS = "fields";
    private static final String CAPTURE = "capture";
    private static final String FRAME = "frame";
    /** A frame of 720 pixels takes some 100 KB. All of them fit into what an upload may be as a whole. */
    static final int LARGEST_FRAME = 400 * 1024;

    private static final int LONGEST_FIELDS = 8 * 1024;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final Semaphore places;
    private final JsonMapper json;

    Uploads(ApplicationSettings settings, JsonMapper json) {
        this.places = new Semaphore(settings.uploads());
        this.json = json;
    }

    /** Does something that reads an upload. @throws Problem {@code busy} when too many others do */
    <T> T oneOfFew(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw Problem.busy(COME_BACK);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** The one part {@code image}. */
    byte[] picture(MultipartHttpServletRequest request) {
        return only(request, IMAGE, Set.of(IMAGE));
    }

    /** The part {@code image}, in a body that has {@code fields} beside it. */
    byte[] pictureBesideFields(MultipartHttpServletRequest request) {
        return only(request, IMAGE, Set.of(IMAGE, FIELDS));
    }

    /** The one part {@code chip}. */
    byte[] chip(MultipartHttpServletRequest request) {
        return only(request, CHIP, Set.of(CHIP));
    }

    /** The parts {@code page}, in their order: one side of a document, or two. */
    List<byte[]> pages(MultipartHttpServletRequest request) {
        // Reads the whole body, within its limits.
        request.getFileMap();
        try {
            var parts = request.getParts();
            if (parts.isEmpty()
                    || parts.size() > MOST_SIDES
                    || !parts.stream().allMatch(part -> part.getName().equals(PAGE))) {
                throw invalid("The parts of the body must be: one or two page");
            }
            return parts.stream().map(Uploads::bytes).toList();
        } catch (IOException | ServletException e) {
            throw new MultipartException("The body breaks off", e);
        }
    }

    /** The part {@code fields}: JSON. */
    DocumentFields fields(MultipartHttpServletRequest request) {
        return json(request, FIELDS, DocumentFields.class);
    }

    private <T> T json(MultipartHttpServletRequest request, String name, Class<T> type) {
        try {
            var part = part(request, name);
            if (part.getSize() > LONGEST_FIELDS) {
                throw invalid("The part `" + name + "` is too long.");
            }
            return json.readValue(bytes(part), type);
        } catch (JacksonException e) {
            // Our own refusal of a value arrives wrapped; anything else is said without repeating what was typed.
            throw e.getCause() instanceof Problem refused
                    ? refused
                    : invalid("The part `" + name + "` is not the JSON that is described.");
        }
    }

    /** The parts {@code frame} of a challenge, in their order, beside the part {@code capture}. */
    List<byte[]> frames(MultipartHttpServletRequest request) {
        // Reads the whole body, within its limits.
        request.getFileMap();
        try {
            var parts = request.getParts();
            var frames =
                    parts.stream().filter(part -> part.getName().equals(FRAME)).toList();
            if (frames.size() != parts.size() - 1 || frames.size() > ChallengeRecording.MOST_FRAMES) {
                throw invalid("The parts of the body must be: one capture, and at most "
                        + ChallengeRecording.MOST_FRAMES + " frame");
            }
            if (frames.stream().anyMatch(part -> part.getSize() > LARGEST_FRAME)) {
                throw new Problem(ProblemType.IMAGE_TOO_LARGE, "A frame may have at most " + LARGEST_FRAME + " bytes.");
            }
            return frames.stream().map(Uploads::bytes).toList();
        } catch (IOException | ServletException e) {
            throw new MultipartException("The body breaks off", e);
        }
    }

    /** The part {@code capture}: JSON. */
    CaptureFacts captureFacts(MultipartHttpServletRequest request) {
        return json(request, CAPTURE, CaptureFacts.class);
    }

    private static byte[] only(MultipartHttpServletRequest request, String wanted, Set<String> expected) {
        // Reads the whole body, within its limits.
        request.getFileMap();
        try {
            var names = request.getParts().stream().map(Part::getName).collect(Collectors.toSet());
            if (!names.equals(expected) || request.getParts().size() != expected.size()) {
                throw invalid("The parts of the body must be: "
                        + String.join(", ", expected.stream().sorted().toList()));
            }
        } catch (IOException | ServletException e) {
            throw new MultipartException("The body breaks off", e);
        }
        return bytes(part(request, wanted));
    }

    private static Part part(MultipartHttpServletRequest request, String name) {
        @Nullable Part part;
        try {
            part = request.getPart(name);
        } catch (IOException | ServletException e) {
            throw new MultipartException("The body breaks off", e);
        }
        if (part == null) {
            throw invalid("The part `" + name + "` is missing.");
        }
        return part;
    }

    private static byte[] bytes(Part part) {
        try (var content = part.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem invalid(String detail) {
        return new Problem(ProblemType.REQUEST_INVALID, detail);
    }
}
