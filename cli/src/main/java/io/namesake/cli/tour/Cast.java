package io.namesake.cli.tour;

import io.namesake.client.ApplicationsApi;
import io.namesake.client.DemoApi;
import io.namesake.client.NamesakeClient;
import io.namesake.client.ProblemException;
import io.namesake.client.StaffApi;
import io.namesake.client.model.Application;
import io.namesake.client.model.CreatedApplication;
import io.namesake.client.model.NewApplication;
import io.namesake.client.model.NewStaff;
import io.namesake.client.model.TimePassing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Everybody in the story, and the clock. */
final class Cast {
    private final NamesakeClient anyone;
    private final NamesakeClient operator;
    private final List<Person> people = new ArrayList<>();

    /** @param anyone a caller of a fresh demo whose clock can be moved */
    Cast(NamesakeClient anyone) {
        this.anyone = anyone;
        var demo = new DemoApi(anyone).getDemo();
        this.operator = anyone.as(demo.operator().apiKey());
        demo.samples().forEach(sample -> people.add(new Person(anyone, sample)));
        if (people.size() < 3) {
            throw new BrokenPromise("The demo must have three made-up people");
        }
    }

    NamesakeClient anyone() {
        return anyone;
    }

    NamesakeClient operator() {
        return operator;
    }

    /** Has a line, and one in the wrong name. */
    Person robin() {
        return people.get(0);
    }

    /** Uses a line that stands in Robin's name. */
    Person kim() {
        return people.get(1);
    }

    /** Has no line at all. */
    Person noa() {
        return people.get(2);
    }

    /** Somebody new on the operator's staff, who reviews. */
    NamesakeClient reviewer(String name) {
        var created = new StaffApi(operator)
                .addStaff(NewStaff.builder()
                        .name(name)
                        .roles(Set.of(NewStaff.RolesEnum.REVIEWER))
                        .build());
        return anyone.as(created.token());
    }

    /** Lets time pass. */
    void wait(Duration time) {
        new DemoApi(anyone)
                .letDemoTimePass(TimePassing.builder().advance(time.toString()).build());
    }

    /** Starts an application for a line. */
    CreatedApplication asksFor(NewApplication.PurposeEnum purpose, String line) {
        return new ApplicationsApi(operator)
                .createApplication(NewApplication.builder()
                        .purpose(purpose)
                        .service(NewApplication.ServiceEnum.MOBILE)
                        .line(line)
                        .locale(NewApplication.LocaleEnum.EN)
                        .build());
    }

    /** Verified for a line, from the link to the decision. */
    void verifiedFor(Person person, CreatedApplication created) {
        var decided = person.walks(person.opens(created), created.id());
        if (decided.state() != Application.StateEnum.VERIFIED) {
            throw new BrokenPromise(person.name() + " must be verified, and was " + decided.state());
        }
    }

    /** Asks until the answer is as it must become, since timers and networks take a moment. */
    static <T> T eventually(String what, Supplier<T> question, Predicate<T> right) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        T last = question.get();
        while (!right.test(last)) {
            if (System.nanoTime() > end) {
                throw new BrokenPromise(what);
            }
            try {
                Thread.sleep(Duration.ofMillis(250));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokenPromise("The tour was interrupted");
            }
            last = question.get();
        }
        return last;
    }

    /** Fails loudly. */
    static void promise(boolean kept, String what) {
        if (!kept) {
            throw new BrokenPromise(what);
        }
    }

    /** Fails loudly unless the server refuses this. @return the HTTP status */
    static int refused(Runnable call, String what) {
        try {
            call.run();
        } catch (ProblemException refused) {
            return refused.status();
        }
        throw new BrokenPromise(what);
    }

    /** Fails loudly unless the server refuses this with this HTTP status. */
    static void refused(int status, Runnable call, String what) {
        promise(refused(call, what) == status, what);
    }
}
