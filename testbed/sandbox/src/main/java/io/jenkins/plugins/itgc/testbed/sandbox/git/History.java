package io.jenkins.plugins.itgc.testbed.sandbox.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.Merger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Questions about how commits follow from each other. */
public final class History {
    private final GitStore store;

    /** History in that store. */
    public History(GitStore store) {
        this.store = store;
    }

    /** Commits that can be reached from head and not from base, oldest first. */
    public List<Commit> between(String base, String head) {
        return walked(head, base, RevSort.TOPO, RevSort.REVERSE);
    }

    /** A commit and all before it, newest first. */
    public List<Commit> from(String head) {
        return walked(head, null, RevSort.TOPO);
    }

    /** First parents from a commit down to the root, oldest first. */
    public List<Commit> firstParents(String head) {
        List<Commit> chain = new ArrayList<>();
        Commit commit = store.commit(head);
        chain.add(commit);
        while (!commit.parents().isEmpty()) {
            commit = store.commit(commit.parents().get(0));
            chain.add(commit);
        }
        Collections.reverse(chain);
        return chain;
    }

    /** Where two lines of history parted; nothing where they have nothing in common. */
    public Optional<String> mergeBase(String one, String other) {
        try (RevWalk walk = new RevWalk(store.repository())) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(one)));
            walk.markStart(walk.parseCommit(ObjectId.fromString(other)));
            return Optional.ofNullable(walk.next()).map(RevCommit::name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a commit is the other or comes before it. */
    public boolean contains(String later, String earlier) {
        return mergeBase(later, earlier).filter(earlier::equals).isPresent();
    }

    /** Tree of a three-way merge of two commits; nothing where they conflict. */
    public Optional<String> mergedTree(String ours, String theirs) {
        try {
            Merger merger = MergeStrategy.RECURSIVE.newMerger(store.repository(), true);
            boolean clean = merger.merge(ObjectId.fromString(ours), ObjectId.fromString(theirs));
            if (clean && store.writable()) {
                merger.getObjectInserter().flush();
            }
            return clean ? Optional.of(merger.getResultTreeId().name()) : Optional.empty();
        } catch (IncorrectObjectTypeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Commit> walked(String from, String notFrom, RevSort... order) {
        List<Commit> found = new ArrayList<>();
        try (RevWalk walk = new RevWalk(store.repository())) {
            for (RevSort sort : order) {
                walk.sort(sort, true);
            }
            walk.markStart(walk.parseCommit(ObjectId.fromString(from)));
            if (notFrom != null) {
                walk.markUninteresting(walk.parseCommit(ObjectId.fromString(notFrom)));
            }
            for (RevCommit commit : walk) {
                found.add(store.commit(commit.name()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
