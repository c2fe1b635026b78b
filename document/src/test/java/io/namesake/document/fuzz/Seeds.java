package io.namesake.document.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.namesake.document.Identity;
import io.namesake.document.mrz.MrzWriter;
import io.namesake.document.print.page.Jpeg;
import io.namesake.document.print.page.Page;
import io.namesake.document.print.page.WebpFiles;
import io.namesake.document.specimen.ChipZip;
import io.namesake.document.specimen.SpecimenChip;
import io.namesake.document.support.Specimens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Good files, from which bad ones are made: specimens, and the real files where they are on this machine. */
final class Seeds {
    /** Larger files make every try slow and hide the bytes that matter. */
    private static final int LARGEST = 40_000;

    private static final Identity PERSON = new Identity(
            Specimens.ANNA.documentCode(),
            Specimens.ANNA.issuer(),
            Specimens.ANNA.documentNumber(),
            Specimens.ANNA.surname(),
            Specimens.ANNA.givenNames(),
            Specimens.ANNA.nationality(),
            Specimens.ANNA.birthDate(),
            Specimens.ANNA.sex(),
            Specimens.ANNA.lastDay(),
            Specimens.ANNA.personalNumber(),
            Optional.of("Эрикссон Анна"),
            Optional.of("1 Specimen Road"));
    private static final Map<String, byte[]> RSA_CHIP =
            SpecimenChip.make(Signed.AUTHORITY, PERSON, Specimens.PORTRAIT, Optional.of(Signed.RSA));
    private static final Map<String, byte[]> EC_CHIP =
            SpecimenChip.make(Signed.AUTHORITY, PERSON, Specimens.PORTRAIT, Optional.of(Signed.EC));

    private Seeds() {}

    static List<byte[]> of(Door door) {
        List<byte[]> seeds = new ArrayList<>(made(door));
        seeds.addAll(real(door));
        seeds.removeIf(seed -> seed.length > LARGEST);
        return seeds;
    }

    private static List<byte[]> made(Door door) {
        return switch (door) {
            case CHIP_INPUT -> List.of(ChipZip.of(RSA_CHIP), json(EC_CHIP));
            case CHIP_FILES ->
                List.of(
                        Pieces.of(numbered(RSA_CHIP), Signed.answer(Signed.RSA).response()),
                        Pieces.of(numbered(EC_CHIP), Signed.answer(Signed.EC).response()));
            case SECURITY_OBJECT -> List.of(RSA_CHIP.get("EF.SOD"));
            case DG1 -> List.of(RSA_CHIP.get("EF.DG1"));
            case DG2 -> List.of(RSA_CHIP.get("EF.DG2"));
            case FACE_19794 -> List.of(face19794(RSA_CHIP.get("EF.DG2")));
            case FACE_39794 -> List.of(face39794());
            case DG11 -> List.of(RSA_CHIP.get("EF.DG11"));
            case DG12 -> List.of(hex("6C0E5C025F265F26083230323630313031"), hex("6C075F260420260101"));
            case DG14 -> List.of(RSA_CHIP.get("EF.DG14"), EC_CHIP.get("EF.DG14"));
            case DG15 -> List.of(RSA_CHIP.get("EF.DG15"), EC_CHIP.get("EF.DG15"));
            case ACTIVE_ANSWER ->
                List.of(
                        Signed.answer(Signed.RSA).response(),
                        Signed.answer(Signed.EC).response());
            case MASTER_LIST -> List.of(Signed.masterList(Signed.listOf(List.of(Signed.authority()))));
            case MASTER_LIST_CONTENT -> List.of(Signed.listOf(List.of(Signed.authority())));
            case CERTIFICATE -> List.of(Signed.authority(), pem(Signed.authority()));
            case REVOCATIONS -> List.of(Signed.revocations());
            case PORTRAIT ->
                List.of(Specimens.PORTRAIT.bytes(), hex("0000000C6A5020200D0A870A"), hex("FF4FFF51002F0000"));
            case ZONE ->
                List.of(
                        MrzWriter.td3(Specimens.ANNA).getBytes(US_ASCII),
                        ("I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6"
                                        + "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
                                .getBytes(US_ASCII),
                        ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<" + "D231458907UTO7408122F1204159<<<<<<<6")
                                .getBytes(US_ASCII));
            case MDOC, MDOC_OBJECT, SD_JWT, SD_JWT_PAYLOAD, TRANSCRIPT, ISSUER_KEYS, STATUS_LIST, STATUS_LIST_CLAIMS ->
                WalletSeeds.of(door);
            case PAGE, PAGE_HEADER ->
                List.of(Jpeg.write(page(), 0.8), png(), WebpFiles.lossy(), WebpFiles.endlessLossless());
        };
    }

    private static List<byte[]> real(Door door) {
        return switch (door) {
            case SECURITY_OBJECT -> joined(shared("issued-sod", "_EF_SOD.bin"), shared("loes2006", "ef011D.bin"));
            case DG1 -> shared("loes2006", "ef0101.bin");
            case DG2 -> joined(shared("loes2006", "ef0102.bin"), shared("dg2", "Fields.dat", "_DG2_"));
            case FACE_19794 -> shared("dg2", "Test1_Data.bin");
            case FACE_39794 -> shared("dg2", "Fields.dat", "iso39794");
            case DG15 -> joined(shared("loes2006", "ef010F.bin"), shared("aa-vectors", "rawDg15.bin"));
            case CERTIFICATE -> joined(shared("issued-sod", ".cer"), shared("masterlist", ".cer"));
            case MDOC -> shared("mdoc", ".bin");
            case PAGE, PAGE_HEADER -> shared("dg2", "Face.jpg");
            default -> List.of();
        };
    }

    private static List<byte[]> shared(String folder, String... parts) {
        Optional<Path> found = Specimens.shared(folder);
        if (found.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(found.get())) {
            List<byte[]> read = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (Arrays.stream(parts).allMatch(name::contains)) {
                    read.add(Files.readAllBytes(file));
                }
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<Integer, byte[]> numbered(Map<String, byte[]> chip) {
        Map<Integer, byte[]> files = new TreeMap<>();
        chip.forEach((name, file) -> files.put(name.equals("EF.SOD") ? 0 : Integer.parseInt(name.substring(5)), file));
        return files;
    }

    private static byte[] json(Map<String, byte[]> chip) {
        return chip.entrySet().stream()
                .map(file -> "\"%s\":\"%s\""
                        .formatted(file.getKey(), Base64.getEncoder().encodeToString(file.getValue())))
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(US_ASCII);
    }

    private static byte[] pem(byte[] certificate) {
        return ("-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(US_ASCII);
    }

    /** The specimen's record from its mark on. */
    private static byte[] face19794(byte[] dataGroup2) {
        int at = HexFormat.of().formatHex(dataGroup2).indexOf("46414300") / 2;
        return Arrays.copyOfRange(dataGroup2, at, dataGroup2.length);
    }

    private static byte[] face39794() {
        byte[] value = Specimens.PORTRAIT.bytes();
        for (int tag : new int[] {0x80, 0xA0, 0xA0, 0xA1, 0x30, 0xA1, 0x65, 0xA1}) {
            ByteArrayOutputStream object = new ByteArrayOutputStream();
            object.write(tag);
            object.write(value.length);
            object.writeBytes(value);
            value = object.toByteArray();
        }
        return value;
    }

    private static Page page() {
        int[] pixels = new int[72 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * 4_321;
        }
        return new Page(72, 64, pixels);
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(page().image(), "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<byte[]> joined(List<byte[]> first, List<byte[]> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
