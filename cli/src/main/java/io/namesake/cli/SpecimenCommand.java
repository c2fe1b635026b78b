package io.namesake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "specimen",
        description = "Makes documents of a country that does not exist, to try things out.",
        subcommands = {SpecimenChipCommand.class, SpecimenCardCommand.class, SpecimenWalletCommand.class})
final class SpecimenCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? chip, card, wallet");
    }
}
