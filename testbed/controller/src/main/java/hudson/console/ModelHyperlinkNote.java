package hudson.console;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;

/** A link to an object of the controller. */
public class ModelHyperlinkNote extends HyperlinkNote {
    private static final long serialVersionUID = 1L;

    public ModelHyperlinkNote(String url, int length) {
        super(url, length);
    }

    public static String encodeTo(User user) {
        return encodeTo("/" + user.getUrl(), user.getDisplayName());
    }

    public static String encodeTo(Item item) {
        return encodeTo("/" + item.getUrl(), item.getFullDisplayName());
    }

    public static String encodeTo(Run<?, ?> run) {
        return encodeTo("/" + run.getUrl(), run.getDisplayName());
    }

    public static String encodeTo(String url, String text) {
        return HyperlinkNote.encodeTo(url, text);
    }
}
