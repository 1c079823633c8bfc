package io.jenkins.plugins.itgc.testbed.sandbox.git;

import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Accounts;
import io.jenkins.plugins.itgc.testbed.sandbox.model.DefaultTimes;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.CommitYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.CommitYaml.PersonYaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns commits given by hand into git objects. */
public final class CommitWriter {
    private final GitStore store;
    private final Trees trees;
    private final History history;
    private final Accounts accounts;
    private final DefaultTimes times;
    private final Map<String, String> pushers;

    /**
     * @param accounts to find people by login
     * @param times for commits without a date
     * @param pushers receives SHA to login for commits that name who pushed them
     */
    public CommitWriter(GitStore store, Accounts accounts, DefaultTimes times, Map<String, String> pushers) {
        this.store = store;
        this.trees = new Trees(store);
        this.history = new History(store);
        this.accounts = accounts;
        this.times = times;
        this.pushers = pushers;
    }

    /**
     * Writes a commit, or a row of them.
     *
     * @param previous SHA of the commit before it in the list, or null
     * @param path where the commit stands in the world
     * @return SHA of the last one written
     */
    public String write(CommitYaml written, String previous, List<Object> path) {
        String last = previous;
        for (CommitYaml commit : CommitDraft.unfolded(written)) {
            try {
                last = writeOne(commit, last, path);
            } catch (IllegalArgumentException e) {
                throw new WorldFormatException(path, e.getMessage());
            }
        }
        return last;
    }

    private String writeOne(CommitYaml commit, String previous, List<Object> path) {
        require(commit.author() != null, "author is missing");
        require(commit.id() == null || !store.knows(commit.id()), "id '" + commit.id() + "' is taken");
        List<String> parents = parents(commit, previous);
        Commit.Person author = person(commit.author(), null);
        Commit.Person committer = committer(commit, author);
        String sha = store.write(tree(commit, parents), parents, author, committer, message(commit, author));
        store.mark(sha, new GitStore.CommitMarks(commit.viaWeb(), signature(commit, committer)));
        if (commit.id() != null) {
            store.name(commit.id(), sha);
        }
        if (commit.pushedBy() != null) {
            pushers.put(sha, accounts.login(commit.pushedBy(), path).login());
        }
        return sha;
    }

    private List<String> parents(CommitYaml commit, String previous) {
        if (commit.parents() == null) {
            return previous == null ? List.of() : List.of(previous);
        }
        return commit.parents().stream().map(this::known).toList();
    }

    private String known(String alias) {
        return store.resolve(alias)
                .orElseThrow(() -> new IllegalArgumentException("there is no commit '" + alias + "' above this one"));
    }

    private String tree(CommitYaml commit, List<String> parents) {
        if (commit.tree() != null) {
            require(commit.files().isEmpty(), "tree and files exclude each other");
            return store.commit(known(commit.tree())).tree();
        }
        String start = commit.merge() == null ? firstParentsTree(parents) : merged(commit, parents);
        boolean untouched = commit.files().isEmpty() && commit.renames().isEmpty();
        require(commit.merge() != CommitYaml.Merge.EDITED || !untouched, "merge: edited needs files that differ");
        require(
                commit.merge() != CommitYaml.Merge.CLEAN || untouched,
                "merge: clean takes no files; use merge: edited");
        return untouched && start != null ? start : trees.changed(start, commit.files(), commit.renames());
    }

    private String firstParentsTree(List<String> parents) {
        return parents.isEmpty() ? null : store.commit(parents.get(0)).tree();
    }

    private String merged(CommitYaml commit, List<String> parents) {
        require(parents.size() == 2, "merge needs two parents");
        Optional<String> tree = history.mergedTree(parents.get(0), parents.get(1));
        if (tree.isEmpty() && commit.merge() == CommitYaml.Merge.EDITED) {
            return store.commit(parents.get(0)).tree();
        }
        return tree.orElseThrow(
                () -> new IllegalArgumentException("the parents conflict, so no merge of them is clean"));
    }

    private Commit.Person committer(CommitYaml commit, Commit.Person author) {
        if (commit.committer() != null) {
            return person(commit.committer(), author);
        }
        return commit.viaWeb() ? new Commit.Person(GitHubItself.NAME, GitHubItself.EMAIL, author.date()) : author;
    }

    /** @param author gives the committer's date where none is written; null for the author */
    private Commit.Person person(PersonYaml written, Commit.Person author) {
        Optional<Account> account = Optional.ofNullable(written.login()).map(accounts::known);
        String name = written.name() != null
                ? written.name()
                : account.map(Account::name).orElse(null);
        String email = written.email() != null
                ? written.email()
                : account.map(Account::email).orElse(null);
        require(name != null && email != null, "a person needs a login, or a name and an email");
        if (written.date() != null) {
            return new Commit.Person(name, email, written.date());
        }
        return new Commit.Person(name, email, author == null ? times.next() : author.date());
    }

    private String message(CommitYaml commit, Commit.Person author) {
        String message =
                commit.message() == null ? "Commit " + (commit.id() == null ? "" : commit.id()) : commit.message();
        if (commit.coAuthors().isEmpty()) {
            return message.strip();
        }
        String trailers = commit.coAuthors().stream()
                .map(coAuthor -> person(coAuthor, author))
                .map(coAuthor -> "Co-authored-by: " + coAuthor.name() + " <" + coAuthor.email() + ">")
                .collect(Collectors.joining("\n"));
        return message.strip() + "\n\n" + trailers;
    }

    private Commit.Signature signature(CommitYaml commit, Commit.Person committer) {
        if (commit.signature() == null) {
            return null;
        }
        String signer = Optional.ofNullable(commit.signature().signer())
                .or(() -> accounts.byEmail(committer.email()).map(Account::login))
                .orElse(null);
        return new Commit.Signature(
                commit.signature().valid(), commit.signature().byGitHub(), signer);
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
