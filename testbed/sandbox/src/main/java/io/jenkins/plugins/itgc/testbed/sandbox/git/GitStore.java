package io.jenkins.plugins.itgc.testbed.sandbox.git;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The objects of a repository and of its forks. Commits given by hand become real git objects in memory, so SHAs, trees,
 * merges and diffs are git's own; a repository on disk is only read.
 *
 * <p>Not thread-safe: the world's lock guards it.
 */
public final class GitStore implements AutoCloseable {
    private final Repository repository;
    private final ObjectInserter inserter;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, CommitMarks> marks = new HashMap<>();
    private final Map<String, Optional<String>> trials = new HashMap<>();
    private final boolean writable;

    private GitStore(Repository repository, boolean writable) {
        this.repository = repository;
        this.inserter = writable ? repository.newObjectInserter() : null;
        this.writable = writable;
    }

    /** What GitHub knows of a commit that git does not. */
    record CommitMarks(boolean viaWeb, Commit.Signature signature) {}

    /** An empty store whose objects last as long as it does. */
    public static GitStore inMemory(String name) {
        return new GitStore(new InMemoryRepository(new DfsRepositoryDescription(name)), true);
    }

    /**
     * @param folder a work tree or a bare repository
     * @throws IOException if there is no repository
     */
    public static GitStore onDisk(Path folder) throws IOException {
        File bare = folder.toFile();
        File dotGit = new File(bare, Constants.DOT_GIT);
        Repository found = new FileRepositoryBuilder()
                .setGitDir(dotGit.exists() ? dotGit : bare)
                .setMustExist(true)
                .build();
        return new GitStore(found, false);
    }

    /** Whether commits can be added; false for a repository on disk. */
    public boolean writable() {
        return writable;
    }

    /** Lets the world speak of a commit by a short name. */
    public void name(String alias, String sha) {
        aliases.put(alias, sha);
    }

    /** Whether that short name is taken. */
    public boolean knows(String alias) {
        return aliases.containsKey(alias);
    }

    /** A commit's SHA from its short name, its SHA or an unambiguous beginning of it. */
    public Optional<String> resolve(String aliasOrSha) {
        if (aliases.containsKey(aliasOrSha)) {
            return Optional.of(aliases.get(aliasOrSha));
        }
        return object(aliasOrSha).filter(this::isCommit);
    }

    /** Any object's full id from a full or abbreviated one. */
    public Optional<String> object(String sha) {
        if (!sha.matches("[0-9a-f]{7,40}")) {
            return Optional.empty();
        }
        flush();
        try (ObjectReader reader = repository.newObjectReader()) {
            List<ObjectId> found = List.copyOf(reader.resolve(AbbreviatedObjectId.fromString(sha)));
            return found.size() == 1 ? Optional.of(found.get(0).name()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "commit", "tree", "blob" or "tag". */
    public String type(String sha) {
        flush();
        try {
            return Constants.typeString(
                    repository.open(ObjectId.fromString(sha)).getType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isCommit(String sha) {
        return type(sha).equals(Constants.TYPE_COMMIT);
    }

    /** Content of a blob. */
    public byte[] blob(String sha) {
        flush();
        try {
            return repository.open(ObjectId.fromString(sha), Constants.OBJ_BLOB).getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A commit that is known to exist. */
    public Commit commit(String sha) {
        flush();
        try (RevWalk walk = new RevWalk(repository)) {
            return described(walk.parseCommit(ObjectId.fromString(sha)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Branches of a repository on disk, with their tips. */
    public Map<String, String> branchesOnDisk() {
        Map<String, String> branches = new LinkedHashMap<>();
        try {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
                branches.put(
                        ref.getName().substring(Constants.R_HEADS.length()),
                        ref.getObjectId().name());
            }
            return branches;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a commit and says its SHA. */
    String write(String tree, List<String> parents, Commit.Person author, Commit.Person committer, String message) {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(ObjectId.fromString(tree));
        commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
        commit.setAuthor(ident(author));
        commit.setCommitter(ident(committer));
        commit.setMessage(message);
        try {
            return inserter().insert(commit).name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mark(String sha, CommitMarks commitMarks) {
        marks.put(sha, commitMarks);
    }

    /** The answer to a question about commits, which stays the same for ever, so it is worked out once. */
    public Optional<String> tried(String question, Supplier<Optional<String>> answer) {
        return trials.computeIfAbsent(question, ignored -> answer.get());
    }

    /** For new objects, which readers see after a flush. */
    ObjectInserter inserter() {
        if (!writable) {
            throw new IllegalArgumentException("a repository on disk is read only");
        }
        return inserter;
    }

    Repository repository() {
        flush();
        return repository;
    }

    /** Objects become readable a pack at a time, so this is put off until somebody reads. */
    private void flush() {
        if (writable) {
            try {
                inserter.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Commit described(RevCommit commit) {
        CommitMarks told = marks.getOrDefault(commit.name(), marksOfRealCommit(commit));
        return new Commit(
                commit.name(),
                commit.getTree().name(),
                Stream.of(commit.getParents()).map(RevCommit::name).toList(),
                person(commit.getAuthorIdent()),
                person(commit.getCommitterIdent()),
                commit.getFullMessage(),
                told.viaWeb(),
                told.signature());
    }

    /** Of a real commit only this much can be told without GitHub: who verifies its signature is not known here. */
    private static CommitMarks marksOfRealCommit(RevCommit commit) {
        boolean viaWeb = GitHubItself.EMAIL.equals(commit.getCommitterIdent().getEmailAddress());
        boolean signed = commit.getRawGpgSignature() != null;
        return new CommitMarks(viaWeb, signed ? new Commit.Signature(false, false, null) : null);
    }

    private static Commit.Person person(PersonIdent ident) {
        return new Commit.Person(ident.getName(), ident.getEmailAddress(), ident.getWhenAsInstant());
    }

    private static PersonIdent ident(Commit.Person person) {
        return new PersonIdent(person.name(), person.email(), person.date(), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        repository.close();
    }
}
