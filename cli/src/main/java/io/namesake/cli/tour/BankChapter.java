package io.namesake.cli.tour;

import static io.namesake.cli.tour.Cast.eventually;
import static io.namesake.cli.tour.Cast.promise;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program orders a line, others ask about it, and the holder sees what they were told and takes a consent back. */
final class BankChapter extends Chapter {
    private static final String ORDERS = "/v1/tmf-api/serviceOrdering/v4/serviceOrder";
    private static final String MATCH = "kyc-match:match";
    private static final String SIM_SWAP = "sim-swap:check";
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
        var program = program("Ordering", "OPERATOR", "orders:write", "orders:read");
        narrator.step("The operator registers a program, which gets a token", "good for ten minutes, for orders alone");
        promise(program.get("/v1/applications").status() == 403, "A token must open nothing but what its scopes name");
        var ordered = program.post(
                        ORDERS,
                        Map.of(
                                "externalId",
                                "order-4711",
                                "serviceOrderItem",
                                List.of(Map.of(
                                        "id", "1",
                                        "action", "add",
                                        "service",
                                                Map.of(
                                                        "serviceType",
                                                        "mobile",
                                                        "serviceCharacteristic",
                                                        List.of(
                                                                Map.of("name", "line", "value", Tour.ORDERED_LINE),
                                                                Map.of("name", "locale", "value", "en")))))))
                .must(201);
        var order = ORDERS + "/" + ordered.at("/id");
        narrator.step("It orders " + Tour.ORDERED_LINE + " (TMF641)", ordered + ", " + ordered.at("/state"));
        promise(
                program.get(order).must(200).at("/state").equals("held"),
                "An order must be held until a person is verified");
        promise(line(Tour.ORDERED_LINE).at("/status").equals("PENDING"), "An ordered line must be off");
        var link = ordered.each("/serviceOrderItem/0/service/serviceCharacteristic")
                .filter(each -> each.get("name").asString().equals("verificationLink"))
                .map(each -> each.get("value").asString())
                .findFirst()
                .orElseThrow(() -> new BrokenPromise("An order must give the person's link"));
        var decided = cast.robin().walksThrough(link);
        promise(decided.get("state").asString().equals("VERIFIED"), "Robin must be verified");
        var completed = eventually(
                "An order must be completed once its person is verified",
                () -> program.get(order).must(200),
                answer -> answer.at("/state").equals("completed"));
        narrator.step("Robin opens the link, agrees and is verified", completed + ", " + completed.at("/state"));
        promise(line(Tour.ORDERED_LINE).at("/status").equals("ACTIVE"), "The line of a completed order must be on");
        cast.operator()
                .put("/v1/lines/equipment", Map.of("line", Tour.ORDERED_LINE, "kind", "ICCID", "value", SIM_CARD))
                .must(200);
    }

    private void aBank() {
        narrator.chapter("A bank and a shop ask about the line, and Robin decides what they hear");
        var bank = program("Sample Bank", "THIRD_PARTY", MATCH, SIM_SWAP);
        var shop = program("Sample Shop", "THIRD_PARTY", MATCH);
        promise(match(bank).status() == 403, "Nobody may be told anything of a line before its holder agrees");
        narrator.step("The bank asks at once", match(bank) + ": Robin has agreed to nothing");
        var robin = cast.robin().comesBack();
        agreed(robin, bank, "Sample Bank", List.of(MATCH, SIM_SWAP));
        agreed(robin, shop, "Sample Shop", List.of(MATCH));
        var matched = match(bank).must(200);
        var swapped = swapped(bank).must(200);
        match(shop).must(200);
        narrator.step(
                "Both ask Robin, who agrees; then they ask again",
                "family name matches: " + matched.at("/familyNameMatch") + "; SIM changed of late: "
                        + swapped.at("/swapped"));
        promise(matched.at("/familyNameMatch").equals("true"), "Robin's own name must match");
        promise(
                !matched.text().contains(cast.robin().fields().get("documentNumber")),
                "An answer must say whether, and never what");
        var told = disclosures(robin).sorted().toList();
        narrator.step("Robin looks what was told to whom", told.toString());
        promise(
                told.equals(List.of("Sample Bank " + MATCH, "Sample Bank " + SIM_SWAP, "Sample Shop " + MATCH)),
                "Each answer must stand in the holder's own page, and nothing else");
        robin.delete("/v1/me/consents/" + consent(robin, "Sample Bank", "GRANTED"))
                .must(200);
        var refused = match(bank);
        narrator.step("Robin takes the bank's consent back", refused + "; the shop goes on: " + match(shop));
        promise(
                refused.status() == 403 && swapped(bank).status() == 403,
                "A consent that was taken back must end at once");
        promise(match(shop).status() == 200, "And no other with it");
    }

    private static void agreed(Api holder, Api client, String name, List<String> scopes) {
        client.post(
                        "/v1/consent-requests",
                        Map.of("phoneNumber", Tour.ORDERED_LINE, "scopes", scopes, "purpose", "FRAUD_PREVENTION"))
                .must(202);
        holder.post("/v1/me/consents/" + consent(holder, name, "WAITING") + "/grant", Map.of())
                .must(200);
    }

    /** Registered by the operator, with a token for its scopes. */
    private Api program(String name, String kind, String... scopes) {
        var made = cast.operator()
                .post("/v1/api-clients", Map.of("name", name, "kind", kind, "scopes", List.of(scopes)))
                .must(201);
        var token = cast.anyone()
                .token(made.at("/client/id"), made.at("/secret"))
                .must(200)
                .at("/access_token");
        return cast.anyone().as(token);
    }

    private Answer match(Api bank) {
        return bank.post(
                "/camara/kyc-match/v0.4/match",
                Map.of(
                        "phoneNumber",
                        Tour.ORDERED_LINE,
                        "familyName",
                        cast.robin().fields().get("familyName")));
    }

    private static Answer swapped(Api bank) {
        return bank.post("/camara/sim-swap/v2/check", Map.of("phoneNumber", Tour.ORDERED_LINE, "maxAge", 240));
    }

    /** Who was told what. */
    private static Stream<String> disclosures(Api holder) {
        return holder.get("/v1/me/disclosures")
                .must(200)
                .each("/disclosures")
                .map(one ->
                        one.get("client").asString() + " " + one.get("scope").asString());
    }

    private static String consent(Api holder, String client, String state) {
        return holder.get("/v1/me/disclosures")
                .must(200)
                .each("/consents")
                .filter(one -> one.get("state").asString().equals(state))
                .filter(one -> one.get("client").asString().equals(client))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow(() -> new BrokenPromise("The holder must see that " + client + " asks"));
    }
}
