package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;
import static io.namesake.cli.tour.Cast.promise;
import static io.namesake.cli.tour.Cast.refused;

import io.namesake.client.ApiClientsApi;
import io.namesake.client.ApplicationsApi;
import io.namesake.client.CamaraApi;
import io.namesake.client.ConsentOfAHolderApi;
import io.namesake.client.LinesApi;
import io.namesake.client.MyLinesApi;
import io.namesake.client.NamesakeClient;
import io.namesake.client.TmForumApi;
import io.namesake.client.model.Application;
import io.namesake.client.model.KycMatchRequest;
import io.namesake.client.model.Line;
import io.namesake.client.model.MyConsent;
import io.namesake.client.model.NewApiClient;
import io.namesake.client.model.NewConsentRequest;
import io.namesake.client.model.NewConsentRequest.ScopesEnum;
import io.namesake.client.model.NewEquipment;
import io.namesake.client.model.SimSwapCheckRequest;
import io.namesake.client.model.TmForumCharacteristic;
import io.namesake.client.model.TmForumOrderedService;
import io.namesake.client.model.TmForumServiceOrderCreate;
import io.namesake.client.model.TmForumServiceOrderItemCreate;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A program orders a line, others ask about it, and the holder sees what they were told and takes a consent back. */
final class BankChapter extends Chapter {
    private static final ScopesEnum MATCH = ScopesEnum.KYC_MATCH_MATCH;
    private static final ScopesEnum SIM_SWAP = ScopesEnum.SIM_SWAP_CHECK;
    private static final String SIM_CARD = "89860012345678901238";

    BankChapter(Narrator narrator, Cast cast) {
        super(narrator, cast);
    }

    @Override
    void play() {
        anOrder();
        aBank();
    }

    private void anOrder() {
        narrator.chapter("A program orders a line");
        var program = program("Ordering", NewApiClient.KindEnum.OPERATOR, "orders:write", "orders:read");
        narrator.step("The operator registers a program, which gets a token", "good for ten minutes, for orders alone");
        refused(
                403,
                () -> new ApplicationsApi(program).listApplications(),
                "A token must open nothing but what its scopes name");
        var orders = new TmForumApi(program);
        var ordered = orders.createServiceOrder(order());
        narrator.step("It orders " + Tour.ORDERED_LINE + " (TMF641)", narrator.last() + ", " + ordered.state());
        promise(state(orders, ordered.id()).equals("held"), "An order must be held until a person is verified");
        promise(line(Tour.ORDERED_LINE).status() == Line.StatusEnum.PENDING, "An ordered line must be off");
        var link = ordered.serviceOrderItem().getFirst().service().serviceCharacteristic().stream()
                .filter(each -> each.name().equals("verificationLink"))
                .map(each -> URI.create(each.value()))
                .findFirst()
                .orElseThrow(() -> new BrokenPromise("An order must give the person's link"));
        var decided = cast.robin().walksThrough(link);
        promise(decided.state() == Application.StateEnum.VERIFIED, "Robin must be verified");
        eventually(
                "An order must be completed once its person is verified",
                () -> state(orders, ordered.id()),
                "completed"::equals);
        narrator.step("Robin opens the link, agrees and is verified", narrator.last() + ", completed");
        promise(line(Tour.ORDERED_LINE).status() == Line.StatusEnum.ACTIVE, "The line of a completed order must be on");
        new LinesApi(cast.operator())
                .putLineEquipment(NewEquipment.builder()
                        .line(Tour.ORDERED_LINE)
                        .kind(NewEquipment.KindEnum.ICCID)
                        .value(SIM_CARD)
                        .build());
    }

    private static TmForumServiceOrderCreate order() {
        var service = TmForumOrderedService.builder()
                .serviceType(TmForumOrderedService.ServiceTypeEnum.MOBILE)
                .serviceCharacteristic(List.of(
                        new TmForumCharacteristic("line", Tour.ORDERED_LINE),
                        new TmForumCharacteristic("locale", "en")))
                .build();
        return TmForumServiceOrderCreate.builder()
                .externalId("order-4711")
                .serviceOrderItem(List.of(TmForumServiceOrderItemCreate.builder()
                        .id("1")
                        .action(TmForumServiceOrderItemCreate.ActionEnum.ADD)
                        .service(service)
                        .build()))
                .build();
    }

    private static String state(TmForumApi orders, UUID order) {
        return orders.retrieveServiceOrder(order).state();
    }

    private void aBank() {
        narrator.chapter("A bank and a shop ask about the line, and Robin decides what they hear");
        var bank = program("Sample Bank", NewApiClient.KindEnum.THIRD_PARTY, MATCH.toString(), SIM_SWAP.toString());
        var shop = program("Sample Shop", NewApiClient.KindEnum.THIRD_PARTY, MATCH.toString());
        refused(403, () -> match(bank), "Nobody may be told anything of a line before its holder agrees");
        narrator.step("The bank asks at once", narrator.last() + ": Robin has agreed to nothing");
        var robin = cast.robin().comesBack();
        agreed(robin, bank, "Sample Bank", Set.of(MATCH, SIM_SWAP));
        agreed(robin, shop, "Sample Shop", Set.of(MATCH));
        match(shop);
        var swapped = swapped(bank);
        var matches = match(bank);
        narrator.step(
                "Both ask Robin, who agrees; then they ask again",
                "family name matches: " + matches + "; SIM changed of late: " + swapped);
        promise(matches.equals("true"), "Robin's own name must match");
        promise(
                !narrator.last().text().contains(cast.robin().fields().documentNumber()),
                "An answer must say whether, and never what");
        var told = disclosures(robin).sorted().toList();
        narrator.step("Robin looks what was told to whom", told.toString());
        promise(
                told.equals(List.of("Sample Bank " + MATCH, "Sample Bank " + SIM_SWAP, "Sample Shop " + MATCH)),
                "Each answer must stand in the holder's own page, and nothing else");
        new MyLinesApi(robin).withdrawConsentToAsk(consent(robin, "Sample Bank", MyConsent.StateEnum.GRANTED));
        var ended = "A consent that was taken back must end at once";
        refused(403, () -> swapped(bank), ended);
        refused(403, () -> match(bank), ended);
        var refused = narrator.last();
        promise(match(shop).equals("true"), "And no other with it");
        narrator.step("Robin takes the bank's consent back", refused + "; the shop goes on: " + narrator.last());
    }

    private static void agreed(NamesakeClient holder, NamesakeClient client, String name, Set<ScopesEnum> scopes) {
        new ConsentOfAHolderApi(client)
                .requestConsent(NewConsentRequest.builder()
                        .phoneNumber(Tour.ORDERED_LINE)
                        .scopes(scopes)
                        .purpose(NewConsentRequest.PurposeEnum.FRAUD_PREVENTION)
                        .build());
        new MyLinesApi(holder).grantConsent(consent(holder, name, MyConsent.StateEnum.WAITING));
    }

    /** Registered by the operator; gets tokens for its scopes. */
    private NamesakeClient program(String name, NewApiClient.KindEnum kind, String... scopes) {
        var made = new ApiClientsApi(cast.operator())
                .createApiClient(NewApiClient.builder()
                        .name(name)
                        .kind(kind)
                        .scopes(Set.of(scopes))
                        .build());
        return cast.anyone().asProgram(made.client().id().toString(), made.secret());
    }

    private String match(NamesakeClient bank) {
        return new CamaraApi(bank)
                .match(KycMatchRequest.builder()
                        .phoneNumber(Tour.ORDERED_LINE)
                        .familyName(cast.robin().fields().familyName())
                        .build())
                .get("familyNameMatch");
    }

    private static boolean swapped(NamesakeClient bank) {
        return new CamaraApi(bank)
                .checkSimSwap(SimSwapCheckRequest.builder()
                        .phoneNumber(Tour.ORDERED_LINE)
                        .maxAge(240)
                        .build())
                .swapped();
    }

    /** Who was told what. */
    private static Stream<String> disclosures(NamesakeClient holder) {
        return new MyLinesApi(holder)
                .myDisclosures().disclosures().stream().map(one -> one.client() + " " + one.scope());
    }

    private static UUID consent(NamesakeClient holder, String client, MyConsent.StateEnum state) {
        return new MyLinesApi(holder)
                .myDisclosures().consents().stream()
                        .filter(one -> one.state() == state && one.client().equals(client))
                        .map(MyConsent::id)
                        .findFirst()
                        .orElseThrow(() -> new BrokenPromise("A consent of " + client + " must be " + state));
    }
}
