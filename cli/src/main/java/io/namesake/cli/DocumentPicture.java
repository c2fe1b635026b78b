package io.namesake.cli;

import io.namesake.document.DocumentUnreadable;
import io.namesake.document.IdentityEvidence;
import io.namesake.document.chip.ChipInput;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The picture that a selfie is compared with.
 *
 * @param picture the file as given, or the portrait of a chip
 * @param evidence what the chip says; empty for a mere picture
 */
record DocumentPicture(byte[] picture, Optional<IdentityEvidence> evidence) {

    /** A zip or a JSON object is a chip; anything else is left to whoever looks at pictures. */
    static DocumentPicture of(CommandSpec spec, byte[] file, AuthorityOptions authorities) throws IOException {
        boolean chip = file.length > 1 && (file[0] == '{' || file[0] == 'P' && file[1] == 'K');
        if (!chip) {
            return new DocumentPicture(file, Optional.empty());
        }
        try {
            IdentityEvidence evidence =
                    authorities.reader(spec).read(new ChipInput().add(file).files());
            byte[] portrait = evidence.portraitPicture()
                    .orElseThrow(() -> new DocumentUnreadable("the chip's portrait is missing (EF.DG2)"));
            return new DocumentPicture(portrait, Optional.of(evidence));
        } catch (DocumentUnreadable unreadable) {
            throw new CommandFailure(
                    Exit.UNUSABLE_INPUT, "The document can't be read: " + unreadable.getMessage() + ".");
        }
    }
}
