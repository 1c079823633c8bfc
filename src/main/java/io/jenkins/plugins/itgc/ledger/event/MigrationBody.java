package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps of the migration gate: its evidence and the policy it judged by. */
public interface MigrationBody {

    /**
     * Everything that the judgement of a change's migrations rests on.
     *
     * @param change what would be deployed
     * @param base what it is compared with; null when nothing was deployed before, so that every migration counts
     * @param files migration files of the change
     * @param uncovered paths of files that the review calls migrations and that no database asks for; left out where there are none
     * @param targets what each target holds; empty when the change has no migrations
     */
    record Evidence(
            ChangeBody change,
            @Nullable CommitBody base,
            List<ChangedFile> files,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> uncovered,

            List<Target> targets) {
        public Evidence {
            files = OrEmpty.list(files);
            uncovered = OrEmpty.list(uncovered);
            targets = OrEmpty.list(targets);
        }
    }

    /**
     * A migration file that the change adds, edits or takes away.
     *
     * @param path where it is; where it was, for one that is gone
     * @param kind what happened to it
     * @param previousPath where the same content was before; null unless renamed
     * @param blob object name of its content; null for one that is gone
     */
    record ChangedFile(
            String path,
            FileKind kind,
            @Nullable String previousPath,
            @Nullable String blob) {}

    /** What happened to a file. */
    enum FileKind {
        /** It is new. */
        ADDED,
        /** Its content is another one. */
        EDITED,
        /** The same content at another path. */
        RENAMED,
        /** It is gone. */
        REMOVED
    }

    /**
     * What one target holds of what it must hold.
     *
     * @param target its name in the configuration
     * @param requirements each thing it must hold
     * @param unreachable why it could not be asked, a sentence; null when it could
     * @param warnings what should be mended although it does not block, such as rights that are not needed
     * @param reason why it could not be asked, as data; null when it could, and in entries of before it was kept
     * @param advice the warnings, as data; null where there are none, and in entries of before they were kept
     */
    record Target(
            String target,
            List<Requirement> requirements,
            @Nullable String unreachable,
            List<String> warnings,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MessageBody reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<MessageBody> advice) {
        public Target {
            requirements = OrEmpty.list(requirements);
            warnings = OrEmpty.list(warnings);
        }
    }

    /**
     * Something that a target must hold, and whether it does, in English as it was said then, and as data.
     *
     * @param what the file, change set or assertion, for people
     * @param state whether it holds
     * @param detail why not, a sentence; empty when it holds
     * @param name what it is, as data; null in entries of before it was kept
     * @param reason why not, as data; null when it holds, and in entries of before it was kept
     */
    record Requirement(
            String what,
            RequirementState state,
            String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MessageBody name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            MessageBody reason) {}

    /** Whether a target holds something. */
    enum RequirementState {
        /** It holds, and is exactly what was reviewed. */
        APPLIED,
        /** Not yet: somebody may still apply it. */
        MISSING,
        /** It is there, but not as it was reviewed, failed, or came out of order. */
        WRONG,
        /** It could not be judged. */
        UNKNOWN
    }

    /**
     * What is asked of one database of an environment. Comes from the controller's configuration, never from the pull request.
     *
     * @param database what the configuration calls it
     * @param tool what carries its migrations out
     * @param files globs of its migration files in the repository; for Liquibase the change log comes first
     * @param versionTable table and column of the versions, such as {@code schema_migrations.version}; null for other tools
     * @param targets names of the databases that must hold it: all shards and replicas
     * @param contact who carries migrations out, for people
     * @param waits whether to wait until they are applied, or to refuse at once
     */
    record Policy(
            String database,
            Tool tool,
            List<String> files,
            @Nullable String versionTable,
            List<String> targets,
            String contact,
            boolean waits) {
        public Policy {
            files = OrEmpty.list(files);
            targets = OrEmpty.list(targets);
        }
    }

    /** What carries migrations out. */
    enum Tool {
        /** Versioned, repeatable, undo and baseline scripts with a history table of checksums. */
        FLYWAY,
        /** Change sets of change logs, with a history table of checksums. */
        LIQUIBASE,
        /** Files whose names begin with a version that a table lists. */
        VERSION_TABLE,
        /** Scripts that people run; the database is asked whether what they say holds. */
        SQL
    }
}
