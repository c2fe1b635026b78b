package io.namesake.demo;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Made-up applicants, one for each person of the sample pictures that come with the models. */
@Component
@ConditionalOnProperty("namesake.demo")
class Samples {
    private static final String FOLDER = "io/namesake/models/samples/";
    private static final List<String> NAMES = List.of("Robin", "Kim", "Sascha", "Noa", "Sam", "Alex");

    private final List<Sample> samples;
    private final Set<String> files;

    Samples(JsonMapper json) {
        var pictures = read(json).samples();
        files = pictures.stream().map(Picture::file).collect(Collectors.toUnmodifiableSet());
        Map<String, List<Picture>> byPerson = pictures.stream()
                .collect(Collectors.groupingBy(Picture::person, LinkedHashMap::new, Collectors.toList()));
        var made = new ArrayList<Sample>();
        byPerson.forEach((person, theirs) -> sample(made.size(), person, theirs).ifPresent(made::add));
        samples = List.copyOf(made);
    }

    /** A made-up applicant. */
    @Schema(name = "Sample", description = "A made-up applicant with pictures of a real one")
    record Sample(
            String id,
            String label,
            Fields fields,
            String documentUrl,
            String selfieUrl,

            @Schema(description = "The files of the chip in the made-up passport, as a zip")
            String chipUrl) {}

    /** What the made-up document says. */
    @Schema(name = "SampleFields")
    record Fields(
            String familyName, String givenNames, String documentNumber, LocalDate birthDate, LocalDate expiryDate) {}

    List<Sample> all() {
        return samples;
    }

    /** A made-up applicant. */
    Optional<Sample> sample(String id) {
        return samples.stream().filter(sample -> sample.id().equals(id)).findFirst();
    }

    /** A picture by the name of its file; only files that the list of samples names can be had. */
    Optional<ClassPathResource> picture(String file) {
        return Optional.of(file).filter(files::contains).map(name -> new ClassPathResource(FOLDER + name));
    }

    private static Optional<Sample> sample(int number, String person, List<Picture> pictures) {
        var document = fit(pictures, "DOCUMENT");
        var selfie = fit(pictures, "SELFIE");
        if (document.isEmpty() || selfie.isEmpty()) {
            return Optional.empty();
        }
        var given = NAMES.get(number % NAMES.size());
        var fields = new Fields(
                "Muster",
                given,
                "D%08d".formatted(10_000_001 + number),
                LocalDate.of(1988, 3, 14).plusMonths(7L * number),
                LocalDate.of(2045, 12, 31));
        return Optional.of(new Sample(
                person,
                given + " Muster",
                fields,
                address(document.get()),
                address(selfie.get()),
                "/v1/demo/chips/" + person));
    }

    private static Optional<Picture> fit(List<Picture> pictures, String role) {
        return pictures.stream()
                .filter(picture -> picture.suitableAs().contains(role))
                .findFirst();
    }

    private static String address(Picture picture) {
        return "/v1/demo/samples/" + picture.file();
    }

    private static Index read(JsonMapper json) {
        try (var content = new ClassPathResource(FOLDER + "samples.json").getInputStream()) {
            return json.readValue(content, Index.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The models came without samples", e);
        }
    }

    private record Index(List<Picture> samples) {}

    private record Picture(String id, String person, String file, List<String> suitableAs, String source) {}
}
