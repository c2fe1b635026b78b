package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Identity;
import io.namesake.document.Sex;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.PageDecoder;
import io.namesake.document.specimen.card.Capture;
import io.namesake.document.specimen.card.ChineseFont;
import io.namesake.document.specimen.card.ResidentPages;
import io.namesake.document.specimen.card.ResidentPerson;
import io.namesake.document.specimen.card.SpecimenKind;
import io.namesake.document.specimen.card.SpecimenPages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "card",
        description = {
            "Draws specimen passports, identity cards and visas with your own portrait and a made-up name.",
            "",
            "Each says SPECIMEN across all of it. Written to the folder: a PNG file of each side, and with --photos a photo of"
                    + " each as people take them. Try: namesake document passport.png"
        })
final class SpecimenCardCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--portrait",
            required = true,
            paramLabel = "FILE",
            description = "The picture (JPEG, PNG or WebP); cut to 35 by 45.")
    private Path portrait;

    @Option(
            names = "--kind",
            description = "Only this one: ${COMPLETION-CANDIDATES}; may be given again. Default: all of them.")
    private List<SpecimenKind> kinds = Arrays.asList(SpecimenKind.values());

    @Option(names = "--surname", defaultValue = "SPECIMEN", description = "Default: ${DEFAULT-VALUE}.")
    private String surname;

    @Option(names = "--given-names", defaultValue = "ANNA MARIA", description = "Default: ${DEFAULT-VALUE}.")
    private String givenNames;

    @Option(
            names = "--birth-date",
            defaultValue = "1990-02-03",
            paramLabel = "DATE",
            description = "Default: ${DEFAULT-VALUE}.")
    private LocalDate birthDate;

    @Option(
            names = "--sex",
            defaultValue = "UNSPECIFIED",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Sex sex;

    @Option(
            names = "--resident",
            description =
                    "Also a resident card in the Chinese layout, of somebody made up; needs a font with Chinese characters.")
    private boolean resident;

    @Option(
            names = "--photos",
            paramLabel = "SEED",
            description = "Also write a photo of each side: askew, blurred, unevenly lit. The seed says how.")
    private Long photos;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path out;

    @Override
    public Integer call() {
        Libraries.beQuiet();
        BufferedImage picture = picture();
        OutputFolder folder = OutputFolder.tried(spec, "--out", out);
        String number = "X%08d".formatted(new SecureRandom().nextInt(100_000_000));
        List<Path> written = new ArrayList<>();
        folder.write(part -> {
            for (SpecimenKind kind : kinds) {
                List<BufferedImage> sides = SpecimenPages.draw(kind, identity(kind, number), picture);
                for (int i = 0; i < sides.size(); i++) {
                    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                            + (sides.size() == 1 ? "" : i == 0 ? "-front" : "-back");
                    write(name, sides.get(i), part, written);
                }
            }
            if (resident) {
                residentCard(picture, part, written);
            }
        });
        written.forEach(file -> spec.commandLine().getOut().println("Written: " + file));
        spec.commandLine().getOut().println("Try: ./namesake document " + written.getFirst());
        return Exit.OK.code();
    }

    private void residentCard(BufferedImage picture, Path folder, List<Path> written) throws IOException {
        String family = ChineseFont.family()
                .orElseThrow(() -> new CommandFailure(Exit.UNUSABLE_INPUT, ChineseFont.advice() + "."));
        ResidentPerson person = ResidentPerson.anyone(LocalDate.now(Clock.systemDefaultZone()), new SecureRandom());
        List<BufferedImage> sides = ResidentPages.draw(person, picture, family);
        write("resident-front", sides.getFirst(), folder, written);
        write("resident-back", sides.getLast(), folder, written);
    }

    private void write(String name, BufferedImage side, Path folder, List<Path> written) throws IOException {
        String file = name + ".png";
        ImageIO.write(side, "png", folder.resolve(file).toFile());
        written.add(out.resolve(file));
        if (photos != null) {
            Random random = new Random(photos + name.hashCode());
            String photo = name + "-photo.jpg";
            Files.write(folder.resolve(photo), Capture.ordinary(random).take(Page.of(side), random));
            written.add(out.resolve(photo));
        }
    }

    private Identity identity(SpecimenKind kind, String number) {
        return new Identity(
                kind.code(),
                "UTO",
                number,
                surname.toUpperCase(Locale.ROOT),
                givenNames.toUpperCase(Locale.ROOT),
                "UTO",
                Optional.of(birthDate),
                sex,
                Optional.of(LocalDate.now(Clock.systemDefaultZone()).plusYears(5)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private BufferedImage picture() {
        byte[] file = InputFile.read(spec, "--portrait", portrait, PageDecoder.MOST_BYTES);
        try {
            return PageDecoder.decode(file).image();
        } catch (DocumentUnreadable unreadable) {
            throw new CommandFailure(
                    Exit.UNUSABLE_INPUT, portrait + " can't be used: " + unreadable.getMessage() + ".");
        }
    }
}
