package io.namesake.cli.demo;

import io.namesake.client.NamesakeClient;
import io.namesake.client.StaffApi;
import io.namesake.client.model.StaffInvitation;
import io.namesake.client.model.StaffMember;
import io.namesake.client.model.StaffWanted;
import java.net.URI;
import java.util.Set;

/** Somebody of the demo operator's staff, whom whoever tries the demo can be. */
public final class DemoStaff {
    private static final String NAME = "Demo colleague";
    private static final Set<StaffWanted.RolesEnum> ROLES =
            Set.of(StaffWanted.RolesEnum.AGENT, StaffWanted.RolesEnum.REVIEWER, StaffWanted.RolesEnum.SUPERVISOR);

    private DemoStaff() {}

    /**
     * How to get in: a one-time link before the sign-in is set up, the number to sign in with after that.
     *
     * @param server where Namesake listens, on this machine
     * @param apiKey the demo operator's
     */
    public static String wayIn(URI server, String apiKey) {
        try (var client = NamesakeClient.of(server).bearer(apiKey).build()) {
            var staff = new StaffApi(client);
            for (StaffMember known : staff.listStaff().staff()) {
                if (known.name().equals(NAME)) {
                    return known.signIn() == StaffMember.SignInEnum.READY
                            ? "sign in as " + known.number()
                            : link(staff.renewStaffInvitation(known.id()));
                }
            }
            return link(staff.inviteStaff(
                    StaffWanted.builder().name(NAME).roles(ROLES).build()));
        }
    }

    private static String link(StaffInvitation invitation) {
        return "set up by     " + invitation.url();
    }
}
