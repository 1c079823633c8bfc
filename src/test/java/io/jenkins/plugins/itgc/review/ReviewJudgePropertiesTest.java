package io.jenkins.plugins.itgc.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.facts.RebuiltFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What holds for every pull request, not only for those that somebody thought of. */
class ReviewJudgePropertiesTest {
    private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "dave");

    private static Arbitrary<Account> accounts() {
        Arbitrary<Account.Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Account.Kind.HUMAN)), Tuple.of(1, Arbitraries.of(Account.Kind.values())));
        return Combinators.combine(Arbitraries.of(PEOPLE), kinds).as(Account::new);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(0, 20).map(Example.OPENED::plusSeconds);
    }

    private static Arbitrary<CommitFacts> commits() {
        Arbitrary<GitActor> actors = accounts()
                .injectNull(0.05)
                .map(account -> new GitActor(
                        account == null ? "x" : account.login(),
                        (account == null ? "x" : account.login()) + "@example.com",
                        account));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        actors.list().ofMinSize(1).ofMaxSize(2),
                        actors,
                        Arbitraries.of(true, false))
                .as((n, tree, authors, committer, signed) -> new CommitFacts(
                        Example.commit(n),
                        Example.tree(tree),
                        List.of(Example.commit(n - 1)),
                        authors,
                        committer,
                        signed,
                        "Work"));
    }

    private static Arbitrary<ReviewFacts> reviews() {
        return Combinators.combine(
                        accounts(),
                        Arbitraries.of(ReviewFacts.State.values()),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(true, true, false),
                        times())
                .as((by, state, n, tree, push, at) -> new ReviewFacts(
                        by, state, Example.commit(n), Example.tree(tree), push, at, "https://example/" + n, null));
    }

    private static Arbitrary<LabelEvent> labels() {
        return Combinators.combine(Arbitraries.of("LGTM", "bug"), Arbitraries.of(true, false), accounts(), times())
                .as(Example::label);
    }

    private static Arbitrary<PushFacts> pushes() {
        return Combinators.combine(
                        accounts(),
                        Arbitraries.integers().between(1, 6),
                        times(),
                        Arbitraries.of(PushFacts.Kind.values()))
                .as((by, n, at, kind) -> new PushFacts(by, Example.commit(n), at, kind));
    }

    private static Arbitrary<RebuiltFacts> rebuilt() {
        Arbitrary<Integer> commits = Arbitraries.integers().between(1, 4);
        Arbitrary<Integer> bases = Arbitraries.integers().between(50, 51);
        return Combinators.combine(commits, bases, commits, bases)
                .as((reviewed, from, result, resultFrom) -> new RebuiltFacts(
                        Example.commit(reviewed),
                        Example.commit(from),
                        Example.commit(result),
                        Example.commit(resultFrom)));
    }

    @Provide
    Arbitrary<Example> pullRequests() {
        return Arbitraries.oneOf(mixed(), nearlyRight());
    }

    /** Few of these pass. */
    private static Arbitrary<Example> mixed() {
        return Combinators.combine(
                        commits().list().ofMinSize(1).ofMaxSize(4),
                        reviews().list().ofMaxSize(5),
                        labels().list().ofMaxSize(4),
                        pushes().list().ofMaxSize(4),
                        rebuilt().list().ofMaxSize(4),
                        accounts(),
                        Arbitraries.integers().between(1, 3))
                .as(ReviewJudgePropertiesTest::example);
    }

    /** One that passes, and then at most three things happen to it: what wrongly passes differs little from what may. */
    private static Arbitrary<Example> nearlyRight() {
        Arbitrary<Consumer<Example>> happens = Arbitraries.oneOf(
                commits().map(commit -> pr -> {
                    pr.commits.add(commit);
                    pr.head = commit.id();
                    pr.headTree = commit.tree();
                }),
                reviews().map(review -> pr -> pr.reviews.add(review)),
                labels().map(label -> pr -> pr.labels.add(label)),
                pushes().map(push -> pr -> pr.pushes.add(push)),
                rebuilt().map(rebuilt -> pr -> pr.rebuilt.add(rebuilt)),
                accounts().map(account -> pr -> pr.author = account));
        return happens.list().ofMaxSize(3).map(all -> {
            Example example = new Example();
            PEOPLE.forEach(login -> example.mayPush.put(login, true));
            all.forEach(one -> one.accept(example));
            return example;
        });
    }

    private static Example example(
            List<CommitFacts> commits,
            List<ReviewFacts> reviews,
            List<LabelEvent> labels,
            List<PushFacts> pushes,
            List<RebuiltFacts> rebuilt,
            Account author,
            int tree) {
        Example example = new Example();
        example.author = author;
        replace(example.commits, commits);
        replace(example.reviews, reviews);
        replace(example.labels, labels);
        replace(example.pushes, pushes);
        replace(example.rebuilt, rebuilt);
        example.head = commits.get(commits.size() - 1).id();
        example.headTree = Example.tree(tree);
        PEOPLE.forEach(login -> example.mayPush.put(login, true));
        return example;
    }

    private static <T> void replace(List<T> list, List<T> by) {
        list.clear();
        list.addAll(by);
    }

    private static boolean handIn(Example pr, String login) {
        Account account = Account.human(login);
        boolean wrote = pr.commits.stream()
                .flatMap(commit -> commit.authors().stream())
                .anyMatch(actor -> actor.account() != null && actor.account().sameAs(account));
        boolean committed = pr.commits.stream()
                .filter(commit -> !commit.hostSigned())
                .map(CommitFacts::committer)
                .anyMatch(actor -> actor.account() != null && actor.account().sameAs(account));
        boolean pushed = pr.pushes.stream()
                .filter(push ->
                        pr.commits.stream().anyMatch(commit -> commit.id().equals(push.after())))
                .anyMatch(push -> push.pusher().sameAs(account));
        boolean rewritten = pr.pushes.stream()
                .filter(push -> push.pusher().sameAs(account))
                .anyMatch(push -> rewritten(push, pr.pushes));
        return wrote || committed || pushed || rewritten || pr.author.sameAs(account);
    }

    /** Whether the branch was rewritten at or after this push, and did not begin after it. */
    private static boolean rewritten(PushFacts push, List<PushFacts> pushes) {
        boolean replaced = pushes.stream()
                .anyMatch(other ->
                        other.kind() == PushFacts.Kind.REWROTE && !other.at().isBefore(push.at()));
        boolean anotherLife = pushes.stream()
                .anyMatch(other ->
                        other.kind() == PushFacts.Kind.BEGAN && other.at().isAfter(push.at()));
        return replaced && !anotherLife;
    }

    private static boolean sameChange(ReviewFacts review, Example pr) {
        return review.tree().equals(pr.headTree)
                && pr.rebuilt.stream()
                        .anyMatch(rebuilt -> rebuilt.reviewed().equals(review.commit())
                                && rebuilt.result().equals(pr.head)
                                && rebuilt.reviewedFrom().equals(rebuilt.resultFrom()));
    }

    private static boolean approvedBySomething(Example pr, String login) {
        Account account = Account.human(login);
        boolean review = pr.reviews.stream()
                .anyMatch(r -> r.state() == ReviewFacts.State.APPROVED
                        && r.reviewer().human()
                        && r.reviewer().sameAs(account)
                        && r.reviewerMayPush()
                        && (r.commit().equals(pr.head) || sameChange(r, pr)));
        boolean label = pr.labels.stream()
                .anyMatch(l -> l.added()
                        && l.label().equals("LGTM")
                        && l.actor().human()
                        && l.actor().sameAs(account));
        return review || label;
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void nothingPassesWithoutAPeerWhoApproved(@ForAll("pullRequests") Example pr) {
        boolean eligible = PEOPLE.stream().anyMatch(login -> approvedBySomething(pr, login) && !handIn(pr, login));
        Outcome outcome = pr.judge().outcome();
        Statistics.label("outcome").collect(outcome).coverage(seen -> seen.check(Outcome.PASS)
                .count(count -> count > 0));
        if (!eligible) {
            assertThat(outcome).isNotEqualTo(Outcome.PASS);
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void orderOfFactsDoesNotMatter(@ForAll("pullRequests") Example pr, @ForAll long seed) {
        Outcome before = pr.judge().outcome();
        Random random = new Random(seed);
        Collections.shuffle(pr.commits, random);
        Collections.shuffle(pr.reviews, random);
        Collections.shuffle(pr.labels, random);
        Collections.shuffle(pr.files, random);
        Collections.shuffle(pr.pushes, random);
        Collections.shuffle(pr.rebuilt, random);
        assertThat(pr.judge().outcome()).isEqualTo(before);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void aFurtherCommitNeverTurnsARefusalIntoAPass(
            @ForAll("pullRequests") Example pr, @ForAll("further") CommitFacts c) {
        if (pr.judge().outcome() != Outcome.PASS) {
            pr.commits.add(c);
            pr.pushes.add(Example.push("alice", 77));
            pr.head = c.id();
            pr.headTree = c.tree();
            assertThat(pr.judge().outcome()).isNotEqualTo(Outcome.PASS);
        }
    }

    /**
     * A commit that nobody can have reviewed yet, with any tree: one that takes the code back to what was approved counts
     * only once the code host tells that it does so over the same base.
     */
    @Provide
    Arbitrary<CommitFacts> further() {
        return Combinators.combine(commits(), Arbitraries.of(1, 2, 3, 77))
                .as((c, tree) -> new CommitFacts(
                        Example.commit(77),
                        Example.tree(tree),
                        List.of(Example.commit(4)),
                        c.authors(),
                        c.committer(),
                        c.hostSigned(),
                        c.message()));
    }
}
