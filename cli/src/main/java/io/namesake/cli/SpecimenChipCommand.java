package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.chip.ActiveAnswer;
import io.namesake.document.chip.ChipFiles;
import io.namesake.document.specimen.SpecimenAuthority;
import io.namesake.document.specimen.SpecimenAuthority.Algorithm;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.document.specimen.SpecimenKeys;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "chip",
        description = {
            "Makes the chip of a specimen passport with your own portrait and a made-up name.",
            "",
            "Written to the folder: chip.zip and specimen-csca.cer. Nothing trusts it but a call that names its authority:"
                    + " namesake document chip.zip --csca specimen-csca.cer"
        })
final class SpecimenChipCommand implements Callable<Integer> {
    private static final String ZIP = "chip.zip";
    private static final String CSCA = "specimen-csca.cer";
    private static final String CHALLENGE = "challenge.bin";
    private static final String RESPONSE = "response.bin";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--portrait",
            required = true,
            paramLabel = "FILE",
            description = "The picture (JPEG or JPEG 2000).")
    private Path portrait;

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
            names = "--jpeg-2000",
            description = "Write the portrait as JPEG 2000, as most passports hold it, whatever it was.")
    private boolean jpeg2000;

    @Option(names = "--native-name", paramLabel = "NAME", description = "The whole name in another script (EF.DG11).")
    private Optional<String> nativeName = Optional.empty();

    @Option(names = "--address", description = "Written to EF.DG11.")
    private Optional<String> address = Optional.empty();

    @Option(
            names = "--chip-key",
            paramLabel = "KIND",
            description = "Gives the chip keys of its own, with which it shows that it is no copy (EF.DG14, EF.DG15):"
                    + " ${COMPLETION-CANDIDATES}. Written too: challenge.bin and, by the chip's key, response.bin.")
    private Optional<SpecimenKeys.Kind> chipKey = Optional.empty();

    @Option(
            names = "--algorithm",
            defaultValue = "EC_NIST",
            description = "What it is signed with: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Algorithm algorithm;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path out;

    @Override
    public Integer call() throws CertificateEncodingException {
        Libraries.beQuiet();
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        LocalDate today = LocalDate.now(clock);
        Identity identity = new Identity(
                "P",
                "UTO",
                "X%08d".formatted(random.nextInt(100_000_000)),
                surname,
                givenNames,
                "UTO",
                Optional.of(birthDate),
                sex,
                Optional.of(today.plusYears(5)),
                Optional.empty(),
                nativeName,
                address);
        SpecimenAuthority authority = SpecimenAuthority.make(algorithm, clock.instant(), random);
        Optional<SpecimenKeys> keys = chipKey.map(kind -> SpecimenKeys.make(kind, random));
        Map<String, byte[]> files = SpecimenChip.make(authority, identity, picture(), keys);
        OutputFolder folder = OutputFolder.tried(spec, "--out", out, ZIP, CSCA, CHALLENGE, RESPONSE);
        byte[] certificate = authority.certificate().getEncoded();
        folder.write(part -> {
            zip(files, part.resolve(ZIP));
            Files.write(part.resolve(CSCA), certificate);
            if (keys.isPresent()) {
                answer(keys.get(), random, part);
            }
        });
        Path zip = out.resolve(ZIP);
        Path csca = out.resolve(CSCA);
        spec.commandLine().getOut().println("Written: " + zip + " and " + csca);
        String call = "./namesake document " + zip + " --csca " + csca;
        if (keys.isPresent()) {
            call += " --aa-challenge " + out.resolve(CHALLENGE) + " --aa-response " + out.resolve(RESPONSE);
        }
        spec.commandLine().getOut().println("Try: " + call);
        return Exit.OK.code();
    }

    private static void zip(Map<String, byte[]> files, Path zip) throws IOException {
        try (OutputStream stream = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(stream)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue());
            }
        }
    }

    /** Lets the chip answer a challenge. */
    private static void answer(SpecimenKeys keys, SecureRandom random, Path folder) throws IOException {
        byte[] challenge = new byte[ActiveAnswer.CHALLENGE];
        random.nextBytes(challenge);
        Files.write(folder.resolve(CHALLENGE), challenge);
        Files.write(folder.resolve(RESPONSE), keys.answer(challenge, random).response());
    }

    private Portrait picture() {
        byte[] picture = InputFile.read(spec, "--portrait", portrait, ChipFiles.LARGEST_FILE);
        if (picture.length > ChipFiles.LARGEST_FILE - 1_000) {
            throw new CommandFailure(
                    Exit.UNUSABLE_INPUT,
                    portrait + " is too large for a chip: at most " + (ChipFiles.LARGEST_FILE - 1_000) + " bytes.");
        }
        try {
            if (jpeg2000) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
                if (image == null) {
                    throw new DocumentUnreadable("it is no picture");
                }
                return Portrait.jpeg2000(image, 1);
            }
            return Portrait.of(picture);
        } catch (IOException unreadable) {
            throw new CommandFailure(Exit.UNUSABLE_INPUT, portrait + " can't be used: it is a damaged picture.");
        } catch (DocumentUnreadable unreadable) {
            throw new CommandFailure(
                    Exit.UNUSABLE_INPUT, portrait + " can't be used: " + unreadable.getMessage() + ".");
        }
    }
}
