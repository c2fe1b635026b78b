package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.Identity;
import io.namesake.document.Portrait;
import io.namesake.document.Sex;
import io.namesake.document.chip.ChipFiles;
import io.namesake.document.specimen.wallet.SpecimenAttributes;
import io.namesake.document.specimen.wallet.SpecimenIssuer;
import io.namesake.document.specimen.wallet.SpecimenMdoc;
import io.namesake.document.specimen.wallet.SpecimenSdJwt;
import io.namesake.document.specimen.wallet.SpecimenStatus;
import io.namesake.document.specimen.wallet.SpecimenStatusList;
import io.namesake.document.specimen.wallet.SpecimenValidity;
import io.namesake.document.wallet.CredentialKind;
import io.namesake.document.wallet.CredentialKind.Attribute;
import io.namesake.document.wallet.KeyBinding;
import io.namesake.document.wallet.SessionTranscript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "wallet",
        description = {
            "Makes what a specimen wallet would show, with your own portrait and a made-up name.",
            "",
            "Written to the folder: mdoc.cbor with transcript.cbor, sd-jwt.txt, and specimen-iaca.cer. Nothing trusts them but a call that names their"
                    + " authority: namesake document sd-jwt.txt --iaca specimen-iaca.cer --nonce specimen --audience specimen"
        })
final class SpecimenWalletCommand implements Callable<Integer> {
    private static final String ASKED = "specimen";
    private static final String MDOC = "mdoc.cbor";
    private static final String TRANSCRIPT = "transcript.cbor";
    private static final String SD_JWT = "sd-jwt.txt";
    private static final String IACA = "specimen-iaca.cer";
    private static final String STATUS_JWT = "status-list.jwt";
    private static final String STATUS_CWT = "status-list.cwt";
    private static final String LIST = "https://lists.specimen.example/1";
    private static final int LIST_SIZE = 80_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--portrait", required = true, paramLabel = "FILE", description = "The picture (JPEG).")
    private Path portrait;

    @Option(names = "--surname", defaultValue = "Specimen", description = "Default: ${DEFAULT-VALUE}.")
    private String surname;

    @Option(names = "--given-names", defaultValue = "Anna Maria", description = "Default: ${DEFAULT-VALUE}.")
    private String givenNames;

    @Option(
            names = "--birth-date",
            defaultValue = "1990-02-03",
            paramLabel = "DATE",
            description = "Default: ${DEFAULT-VALUE}.")
    private LocalDate birthDate;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write; made when missing.")
    private Path out;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = {
                "Lets the credentials name a status list, and writes it beside them (status-list.jwt, status-list.cwt): ${COMPLETION-CANDIDATES}.",
                "Without it they name none."
            })
    private Status status;

    /** What the list says of the credentials. */
    enum Status {
        VALID,
        INVALID,
        SUSPENDED
    }

    @Override
    public Integer call() throws CertificateEncodingException {
        Libraries.beQuiet();
        SecureRandom random = new SecureRandom();
        Instant now = Clock.systemUTC().instant();
        SpecimenIssuer issuer = SpecimenIssuer.make(now, random);
        SpecimenValidity validity = SpecimenValidity.around(now);
        Map<Attribute, Object> attributes = SpecimenAttributes.of(person(random), picture());
        SessionTranscript transcript = SessionTranscript.ofOpenId4Vp(ASKED, ASKED, Optional.empty(), ASKED);
        OutputFolder folder =
                OutputFolder.tried(spec, "--out", out, MDOC, TRANSCRIPT, SD_JWT, IACA, STATUS_JWT, STATUS_CWT);
        byte[] authority = issuer.authority().getEncoded();
        folder.write(part -> {
            Optional<SpecimenStatus> place =
                    status == null ? Optional.empty() : Optional.of(listed(issuer, now, random, part));
            Files.write(
                    part.resolve(MDOC),
                    SpecimenMdoc.issue(issuer, CredentialKind.DRIVING_LICENCE, attributes, validity, place, random)
                            .present(attributes.keySet(), transcript));
            Files.write(part.resolve(TRANSCRIPT), transcript.bytes());
            Files.writeString(
                    part.resolve(SD_JWT),
                    (place.isPresent()
                                    ? SpecimenSdJwt.issue(issuer, attributes, validity, place.get(), random)
                                    : SpecimenSdJwt.issue(issuer, attributes, validity, random))
                            .present(attributes.keySet(), new KeyBinding(ASKED, ASKED), now));
            Files.write(part.resolve(IACA), authority);
        });
        Path mdoc = out.resolve(MDOC);
        Path conversation = out.resolve(TRANSCRIPT);
        Path sdJwt = out.resolve(SD_JWT);
        Path iaca = out.resolve(IACA);
        spec.commandLine().getOut().println("Written: " + mdoc + ", " + conversation + ", " + sdJwt + " and " + iaca);
        spec.commandLine()
                .getOut()
                .println("Try: ./namesake document " + mdoc + " --iaca " + iaca + " --transcript " + conversation);
        return Exit.OK.code();
    }

    private SpecimenStatus listed(SpecimenIssuer issuer, Instant now, SecureRandom random, Path folder)
            throws IOException {
        int index = random.nextInt(LIST_SIZE);
        SpecimenStatusList list = new SpecimenStatusList(LIST, 2, LIST_SIZE).set(index, status.ordinal());
        SpecimenStatusList.Life life = SpecimenStatusList.Life.around(now);
        Files.writeString(folder.resolve(STATUS_JWT), list.jwt(issuer.statusIssuer(), life));
        Files.write(folder.resolve(STATUS_CWT), list.cwt(issuer.statusIssuer(), life, random));
        return list.place(index);
    }

    private Identity person(SecureRandom random) {
        return new Identity(
                "DL",
                "UT",
                "X%08d".formatted(random.nextInt(100_000_000)),
                surname,
                givenNames,
                "",
                Optional.of(birthDate),
                Sex.UNSPECIFIED,
                Optional.of(LocalDate.now(Clock.systemUTC()).plusYears(5)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Portrait picture() {
        try {
            return Portrait.of(InputFile.read(spec, "--portrait", portrait, ChipFiles.LARGEST_FILE));
        } catch (DocumentUnreadable unreadable) {
            throw new CommandFailure(
                    Exit.UNUSABLE_INPUT, portrait + " can't be used: " + unreadable.getMessage() + ".");
        }
    }
}
