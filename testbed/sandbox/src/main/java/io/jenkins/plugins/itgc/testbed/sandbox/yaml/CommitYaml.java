package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A commit given by hand. It becomes a real git object, so its SHA follows from its content.
 *
 * @param id short name by which the world speaks of it
 * @param parents default: the commit before it in the list; none for the first
 * @param author who wrote it
 * @param committer default: the author, or GitHub itself when viaWeb
 * @param coAuthors added to the message as Co-authored-by trailers
 * @param message default: "Commit" and the id
 * @param files path to content; null deletes the path; added to the first parent's tree (or to the merged tree)
 * @param renames old path to new path
 * @param tree takes exactly the tree of that other commit instead
 * @param merge clean: the tree of a three-way merge; edited: that tree with changes, which files must name
 * @param viaWeb made in GitHub's own web interface
 * @param pushedBy who pushed it; default: the committer, or the author for a commit made via the web
 * @param repeat makes that many commits in a row, with {n} in id, message, paths and contents replaced by 1, 2, ...
 * @param manyFiles that many more files, with {n} in path and content
 */
public record CommitYaml(
        String id,
        List<String> parents,
        PersonYaml author,
        PersonYaml committer,
        List<PersonYaml> coAuthors,
        String message,
        Map<String, String> files,
        Map<String, String> renames,
        String tree,
        Merge merge,
        Boolean viaWeb,
        SignatureYaml signature,
        String pushedBy,
        Integer repeat,
        ManyFilesYaml manyFiles) {

    /** How a merge commit came by its tree. */
    public enum Merge {
        CLEAN,
        EDITED
    }

    /** Fills in what was left out. */
    public CommitYaml {
        parents = parents == null ? null : List.copyOf(parents);
        coAuthors = Defaults.list(coAuthors);
        files = Defaults.map(files);
        renames = Defaults.map(renames);
        viaWeb = Defaults.or(viaWeb, false);
        repeat = Defaults.or(repeat, 1);
    }

    /**
     * Who a commit says made it. GitHub attributes it by the address alone.
     *
     * @param login gives the defaults of name and email
     * @param date as written by its author, so it proves nothing
     */
    public record PersonYaml(String login, String name, String email, Instant date) {
        /** A login alone. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PersonYaml of(String login) {
            return new PersonYaml(login, null, null, null);
        }

        /** All parts. */
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public PersonYaml {}
    }

    /**
     * What GitHub thinks of the commit's signature.
     *
     * @param valid default true
     * @param byGitHub signed with GitHub's own key
     * @param signer login; default: the committer
     */
    public record SignatureYaml(Boolean valid, Boolean byGitHub, String signer) {
        /** Fills in what was left out. */
        public SignatureYaml {
            valid = Defaults.or(valid, true);
            byGitHub = Defaults.or(byGitHub, false);
        }
    }

    /** A lot of files in one line. */
    public record ManyFilesYaml(Integer count, String path, String content) {
        /** Fills in what was left out. */
        public ManyFilesYaml {
            count = Defaults.or(count, 1);
            path = Defaults.or(path, "generated/File{n}.txt");
            content = Defaults.or(content, "file {n}\n");
        }
    }
}
