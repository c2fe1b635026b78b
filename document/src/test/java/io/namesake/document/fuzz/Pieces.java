package io.namesake.document.fuzz;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.chip.ActiveAnswer;
import io.namesake.document.chip.ChipFiles;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a chip one after the other, each as a byte that says which (0 is EF.SOD, 17 an answer to the challenge), two bytes of length and the
 * file: no checksum stands in a fuzzer's way, as it does in a zip.
 */
final class Pieces {
    private static final int ANSWER = 17;
    private static final int KINDS = 18;

    private Pieces() {}

    static ChipFiles chip(byte[] bytes) throws DocumentUnreadable {
        Map<Integer, byte[]> files = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.remaining() > 3) {
            int which = (in.get() & 0xFF) % KINDS;
            byte[] file = new byte[Math.min(in.getShort() & 0xFFFF, in.remaining())];
            in.get(file);
            files.put(which, file);
        }
        Optional<byte[]> answer = Optional.ofNullable(files.remove(ANSWER));
        Optional<byte[]> securityObject = Optional.ofNullable(files.remove(0));
        return answer.isPresent()
                ? new ChipFiles(securityObject, files, Optional.of(ActiveAnswer.of(Signed.CHALLENGE, answer.get())))
                : new ChipFiles(securityObject, files);
    }

    static byte[] of(Map<Integer, byte[]> files, byte[] answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.forEach((which, file) -> write(out, which, file));
        write(out, ANSWER, answer);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, int which, byte[] file) {
        out.write(which);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) file.length).array());
        out.writeBytes(file);
    }
}
