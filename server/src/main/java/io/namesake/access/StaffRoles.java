package io.namesake.access;

import java.util.Set;
import java.util.UUID;

/** What an operator's people may do, asked by whoever gives them work. */
public interface StaffRoles {

    /** The roles of somebody who works for the operator now; none when nobody of that id does. */
    Set<Role> of(OperatorId operator, UUID staff);
}
