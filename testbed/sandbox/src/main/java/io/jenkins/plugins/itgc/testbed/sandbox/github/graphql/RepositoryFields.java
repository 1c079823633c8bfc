package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.jenkins.plugins.itgc.testbed.sandbox.git.TreeEntry;
import io.jenkins.plugins.itgc.testbed.sandbox.github.OwnerAccounts;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.BlobNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.Collaborator;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.CommitNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.EntryNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.LabelNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.RefNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.Root;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.TreeNode;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Permission;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Repositories and what is in them. */
final class RepositoryFields {
    private RepositoryFields() {}

    static void addTo(RuntimeWiring.Builder all) {
        TypeFields.of("Query", Root.class)
                .field("repository", (root, env) -> repository(env))
                .field("viewer", (root, env) -> viewer(env))
                .field("rateLimit", (root, env) -> Asking.of(env))
                .field("node", (root, env) -> NodeLookup.node(env))
                .field("nodes", (root, env) -> NodeLookup.nodes(env))
                .addTo(all);
        TypeFields.of("Repository", Repository.class)
                .field("id", repository -> Ids.node("Repository", repository.id()))
                .field("databaseId", Repository::id)
                .field("name", Repository::name)
                .field("nameWithOwner", Repository::fullName)
                .field("owner", (repository, env) -> owner(repository, env))
                .field("url", (repository, env) -> Asking.of(env).links().web(repository))
                .field("resourcePath", repository -> "/" + repository.fullName())
                .field("isPrivate", repository -> true)
                .field("isFork", repository -> repository.parent().isPresent())
                .field("parent", repository -> repository.parent().orElse(null))
                .field("pushedAt", Repository::pushedAt)
                .field("defaultBranchRef", repository -> ref(repository, repository.defaultBranch()))
                .field("ref", (repository, env) -> ref(repository, env.getArgument("qualifiedName")))
                .field("refs", RepositoryFields::refs)
                .field("object", RepositoryFields::object)
                .field("pullRequest", RepositoryFields::pullRequest)
                .field("pullRequests", RepositoryFields::pullRequests)
                .field("collaborators", RepositoryFields::collaborators)
                .field("viewerPermission", (repository, env) -> viewerPermission(repository, env))
                .addTo(all);
        branches(all);
        objects(all);
        roles(all);
    }

    private static void branches(RuntimeWiring.Builder all) {
        TypeFields.of("Ref", RefNode.class)
                .field("id", ref -> Ids.node("Ref", ref.repository().id() + ":" + ref.branch()))
                .field("name", RefNode::branch)
                .field("prefix", ref -> "refs/heads/")
                .field("repository", RefNode::repository)
                .field("target", ref -> CommitNode.of(ref.repository(), tip(ref)))
                .addTo(all);
        TypeFields.of("Label", LabelNode.class)
                .field("id", label -> Ids.node("Label", label.repository().id() + ":" + label.name()))
                .field("name", LabelNode::name)
                .field("updatedAt", label -> label.repository().labelChangedAt(label.name()))
                .field("repository", LabelNode::repository)
                .addTo(all);
    }

    private static void objects(RuntimeWiring.Builder all) {
        TypeFields.of("Tree", TreeNode.class)
                .field("id", tree -> Ids.node("Tree", tree.sha()))
                .field("oid", TreeNode::sha)
                .field("abbreviatedOid", tree -> tree.sha().substring(0, 7))
                .field("repository", TreeNode::repository)
                .field("entries", RepositoryFields::entries)
                .addTo(all);
        TypeFields.of("Blob", BlobNode.class)
                .field("id", blob -> Ids.node("Blob", blob.sha()))
                .field("oid", BlobNode::sha)
                .field("abbreviatedOid", blob -> blob.sha().substring(0, 7))
                .field("repository", BlobNode::repository)
                .field("byteSize", blob -> content(blob).length)
                .field("isBinary", blob -> Texts.isBinary(content(blob)))
                .field("isTruncated", blob -> Texts.isTruncated(content(blob)))
                .field("text", blob -> Texts.text(content(blob)))
                .addTo(all);
        TypeFields.of("TreeEntry", EntryNode.class)
                .field("name", entry -> entry.entry().name())
                .field("path", entry -> entry.entry().path())
                .field("type", entry -> entry.entry().type())
                .field("mode", entry -> Integer.parseInt(entry.entry().mode(), 8))
                .field("oid", entry -> entry.entry().sha())
                .field("size", entry -> Math.max(0, entry.entry().size()))
                .field("object", entry -> gitObject(entry.repository(), entry.entry()))
                .field("repository", EntryNode::repository)
                .addTo(all);
    }

    private static void roles(RuntimeWiring.Builder all) {
        TypeFields.of("RepositoryCollaboratorConnection", Page.class)
                .field("nodes", page -> page.nodes().stream()
                        .map(node -> ((Collaborator) node).account())
                        .toList())
                .field("edges", Page::edges)
                .field("pageInfo", Page::info)
                .field("totalCount", Page::total)
                .addTo(all);
        TypeFields.of("RepositoryCollaboratorEdge", Page.Edge.class)
                .field("cursor", Page.Edge::cursor)
                .field("node", edge -> ((Collaborator) edge.node()).account())
                .field("permission", edge -> ((Collaborator) edge.node()).permission())
                .addTo(all);
    }

    private static Repository repository(DataFetchingEnvironment env) {
        Asking asking = Asking.of(env);
        String name = env.getArgument("owner") + "/" + env.getArgument("name");
        return asking.world()
                .findRepository(name)
                .filter(found -> found.access().visible(asking.viewer()))
                .orElseThrow(() -> new GraphQlProblem(
                        "NOT_FOUND", "Could not resolve to a Repository with the name '" + name + "'."));
    }

    private static Account viewer(DataFetchingEnvironment env) {
        Account viewer = Asking.of(env).viewer();
        // The schema's type is User; GitHub answers so for apps as well, whose login then ends in [bot].
        return viewer.kind() == AccountKind.BOT
                ? new Account(
                        viewer.id(),
                        viewer.restLogin(),
                        viewer.name(),
                        viewer.emails(),
                        AccountKind.USER,
                        viewer.jira(),
                        viewer.redmine())
                : viewer;
    }

    private static Account owner(Repository repository, DataFetchingEnvironment env) {
        return new OwnerAccounts(Asking.of(env).world()).of(repository);
    }

    private static String tip(RefNode ref) {
        return ref.repository().branches().get(ref.branch());
    }

    static RefNode ref(Repository repository, String qualifiedName) {
        String branch = qualifiedName.replaceFirst("^refs/heads/", "");
        return repository.branches().containsKey(branch) ? new RefNode(repository, branch) : null;
    }

    private static Page refs(Repository repository, DataFetchingEnvironment env) {
        if (!"refs/heads/".equals(env.getArgument("refPrefix"))) {
            throw new GraphQlProblem("NOT_MODELLED", "The sandbox models refs/heads/ only.");
        }
        return Page.of(
                repository.branches().keySet().stream()
                        .sorted()
                        .map(branch -> new RefNode(repository, branch))
                        .toList(),
                env);
    }

    private static Object object(Repository repository, DataFetchingEnvironment env) {
        String oid = env.getArgument("oid");
        String expression =
                oid != null ? oid : Objects.requireNonNullElse(env.<String>getArgument("expression"), "HEAD");
        int colon = expression.indexOf(':');
        if (colon < 0) {
            return named(repository, expression);
        }
        return repository
                .commitAt(expression.substring(0, colon))
                .map(sha -> at(repository, repository.store().commit(sha).tree(), expression.substring(colon + 1)))
                .orElse(null);
    }

    private static Object at(Repository repository, String tree, String path) {
        return path.isEmpty()
                ? new TreeNode(repository, tree)
                : repository
                        .trees()
                        .at(tree, path)
                        .map(entry -> gitObject(repository, entry))
                        .orElse(null);
    }

    private static Object named(Repository repository, String expression) {
        Optional<String> commit = repository.commitAt(expression);
        if (commit.isPresent()) {
            return CommitNode.of(repository, commit.get());
        }
        return repository
                .store()
                .object(expression)
                .map(sha -> repository.store().type(sha).equals("tree")
                        ? new TreeNode(repository, sha)
                        : new BlobNode(repository, sha))
                .orElse(null);
    }

    private static Object gitObject(Repository repository, TreeEntry entry) {
        return switch (entry.type()) {
            case "tree" -> new TreeNode(repository, entry.sha());
            case "blob" -> new BlobNode(repository, entry.sha());
            default -> null;
        };
    }

    private static List<EntryNode> entries(TreeNode tree) {
        return tree.repository().trees().entries(tree.sha(), false).stream()
                .map(entry -> new EntryNode(tree.repository(), entry))
                .toList();
    }

    private static byte[] content(BlobNode blob) {
        return blob.repository().store().blob(blob.sha());
    }

    private static PullRequest pullRequest(Repository repository, DataFetchingEnvironment env) {
        Integer number = env.getArgument("number");
        PullRequest pull = repository.pullRequests().get(number);
        if (pull == null) {
            throw new GraphQlProblem(
                    "NOT_FOUND", "Could not resolve to a PullRequest with the number of " + number + ".");
        }
        return pull;
    }

    private static Page pullRequests(Repository repository, DataFetchingEnvironment env) {
        return Page.of(new PullRequestFilter(env).of(repository.pullRequests().values()), env);
    }

    private static Page collaborators(Repository repository, DataFetchingEnvironment env) {
        String login = env.getArgument("login");
        List<Collaborator> all = Asking.of(env).world().accounts().all().stream()
                .filter(account -> account.kind() == AccountKind.USER)
                .filter(account -> login == null || account.login().equals(login))
                .map(account -> new Collaborator(account, repository.access().of(account)))
                .filter(collaborator -> collaborator.permission() != Permission.NONE)
                .toList();
        return Page.of(all, env);
    }

    private static Permission viewerPermission(Repository repository, DataFetchingEnvironment env) {
        Permission permission = repository.access().of(Asking.of(env).viewer());
        return permission == Permission.NONE ? null : permission;
    }
}
