package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who somebody is. */
final class Accounts {
    /** The address that GitHub gives an app's commits. */
    private static final Pattern APP =
            Pattern.compile("\\d+\\+([A-Za-z0-9-]+)\\[bot\\]@users\\.noreply\\.github\\.com");

    private Accounts() {}

    /** A deleted account is null in GraphQL. */
    static Account of(Optional<Json> actor) {
        return actor.map(Accounts::known).orElse(Account.GHOST);
    }

    private static Account known(Json actor) {
        Account.Kind kind =
                switch (actor.text("__typename")) {
                    case "User" -> Account.Kind.HUMAN;
                    case "Bot" -> Account.Kind.BOT;
                    default -> Account.Kind.OTHER;
                };
        return new Account(actor.text("login"), kind);
    }

    /** The same from REST, where apps carry a suffix and deleted accounts are null. */
    static Account ofRest(Optional<Json> actor) {
        return actor.map(Accounts::knownRest).orElse(Account.GHOST);
    }

    private static Account knownRest(Json actor) {
        Account.Kind kind =
                switch (actor.optionalText("type").orElse("User")) {
                    case "User" -> Account.Kind.HUMAN;
                    case "Bot" -> Account.Kind.BOT;
                    default -> Account.Kind.OTHER;
                };
        String login = plain(actor.text("login"));
        return "ghost".equals(login) ? Account.GHOST : new Account(login, kind);
    }

    /** REST writes the login of an app with a suffix, GraphQL without. */
    static String plain(String login) {
        return login.endsWith("[bot]") ? login.substring(0, login.length() - "[bot]".length()) : login;
    }

    /** @param hostSigned whether GitHub itself signed the commit: only then its own app addresses are believed */
    static GitActor gitActor(Json actor, boolean hostSigned) {
        String email = actor.optionalText("email").orElse("");
        Account account = actor.optional("user")
                .map(user -> Account.human(user.text("login")))
                .or(() -> hostSigned ? app(email) : Optional.empty())
                .orElse(null);
        return new GitActor(actor.optionalText("name").orElse(""), email, account);
    }

    private static Optional<Account> app(String email) {
        Matcher app = APP.matcher(email);
        return app.matches() ? Optional.of(new Account(app.group(1), Account.Kind.BOT)) : Optional.empty();
    }
}
