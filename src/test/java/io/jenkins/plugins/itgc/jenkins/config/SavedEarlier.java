package io.jenkins.plugins.itgc.jenkins.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import jenkins.model.Jenkins;

/** A configuration that was saved before its values were checked, or edited by hand. */
public final class SavedEarlier {
    private SavedEarlier() {}

    /** Puts a value into the saved file, in place of every one of that key, and loads it. */
    public static void with(String key, String value) throws IOException {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        configuration.save();
        Path file = Jenkins.get().getRootDir().toPath().resolve(ItgcConfiguration.class.getName() + ".xml");
        String element = "<" + key + ">" + value + "</" + key + ">";
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("<" + key + ">[^<]*</" + key + ">", Matcher.quoteReplacement(element)));
        configuration.load();
    }
}
