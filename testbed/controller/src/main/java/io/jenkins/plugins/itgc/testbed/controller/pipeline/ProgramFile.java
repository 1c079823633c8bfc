package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import io.jenkins.plugins.itgc.testbed.controller.store.XmlStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.marshalling.ContextClassResolver;
import org.jboss.marshalling.Marshaller;
import org.jboss.marshalling.Marshalling;
import org.jboss.marshalling.MarshallingConfiguration;
import org.jboss.marshalling.Unmarshaller;
import org.jboss.marshalling.river.RiverMarshallerFactory;

/** Reads and writes programs with the river protocol, as Jenkins does. */
final class ProgramFile {
    private ProgramFile() {}

    static void write(Path file, Program program) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MarshallingConfiguration configuration = new MarshallingConfiguration();
        configuration.setVersion(4);
        configuration.setObjectResolver(new References(program.execution()));
        try (Marshaller marshaller = new RiverMarshallerFactory().createMarshaller(configuration)) {
            marshaller.start(Marshalling.createByteOutput(bytes));
            marshaller.writeObject(program);
            marshaller.finish();
        }
        XmlStore.replace(file, bytes.toByteArray());
    }

    static Program read(Path file, ClassLoader loader, PipelineExecution execution)
            throws IOException, ClassNotFoundException {
        MarshallingConfiguration configuration = new MarshallingConfiguration();
        configuration.setVersion(4);
        configuration.setObjectResolver(new References(execution));
        configuration.setClassResolver(new ScriptClasses(loader));
        try (Unmarshaller unmarshaller = new RiverMarshallerFactory().createUnmarshaller(configuration)) {
            unmarshaller.start(Marshalling.createByteInput(ByteBuffer.wrap(Files.readAllBytes(file))));
            Program program = (Program) unmarshaller.readObject();
            unmarshaller.finish();
            return program;
        }
    }

    /** Finds the classes of the script too. */
    private static final class ScriptClasses extends ContextClassResolver {
        private final ClassLoader loader;

        ScriptClasses(ClassLoader loader) {
            this.loader = loader;
        }

        @Override
        protected ClassLoader getClassLoader() {
            return loader;
        }
    }
}
