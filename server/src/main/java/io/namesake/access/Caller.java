package io.namesake.access;

/** Who calls an operation. As a controller's parameter: any authenticated caller, whom the operation tells apart. */
public sealed interface Caller
        permits OperatorPrincipal,
                ApplicantPrincipal,
                StaffPrincipal,
                HolderPrincipal,
                ClientPrincipal,
                NetworkPrincipal {}
